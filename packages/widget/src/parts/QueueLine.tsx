import type { QueuePlace } from "@deskbell/sdk";
import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";

type Late = typeof import("./PlaceWords.tsx");

/** Until somebody comes: that the team knows, and one's place once it is known and its words have been fetched. */
export function QueueLine({ place }: { place: QueuePlace | null }) {
  const { text } = useApp();
  const [late, setLate] = useState<Late | null>(null);
  const known = place !== null;
  useEffect(() => {
    // Where they cannot be fetched, the line stays as it was.
    if (known) import("./PlaceWords.tsx").then(setLate, () => setLate(null));
  }, [known]);
  return <p class="hint-line">{place && late ? <late.PlaceWords place={place} /> : text.waiting}</p>;
}
