import type { QueuePlace } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { late } from "../late.ts";
import { useLate } from "../late-component.tsx";

const placeWords = late(() => import("./PlaceWords.tsx"));

/** Until somebody comes: that the team knows, and one's place once it is known and its words have been fetched. */
export function QueueLine({ place }: { place: QueuePlace | null }) {
  const { text } = useApp();
  // Where they cannot be fetched, the line stays as it was.
  const { here } = useLate(placeWords, place !== null);
  return <p class="hint-line">{place && here ? <here.PlaceWords place={place} /> : text.waiting}</p>;
}
