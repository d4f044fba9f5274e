import type { QueuePlace } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { OfficeLine } from "../office/late-office.tsx";
import { placeWords } from "../place-words.ts";
import { PlaceWords } from "./PlaceWords.tsx";

/** Until somebody comes: whether somebody will soon, that the team knows, and one's place once it is known. */
export function QueueLine({ place }: { place: QueuePlace | null }) {
  const { locale, presence } = useApp();
  const words = placeWords[locale];
  return (
    <p class="hint-line">
      {presence.available === false ? (
        <>
          {words.away}
          <OfficeLine />
        </>
      ) : place ? (
        <PlaceWords place={place} />
      ) : (
        words.told
      )}
    </p>
  );
}
