import type { QueuePlace } from "@deskbell/sdk";
import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { placeText } from "../place-text.ts";

/** A screen reader says how one moves up, but not more often than this. */
const quietMs = 20_000;

export function PlaceWords({ place }: { place: QueuePlace }) {
  const { locale } = useApp();
  const sentence = placeText(locale, place);
  return (
    <>
      {sentence}
      <span class="hidden" aria-live="polite">
        {useQuietly(place.position, sentence)}
      </span>
    </>
  );
}

/** The sentence, renewed when the position changes, after a pause. Empty at first: what changes later is what is said. */
function useQuietly(position: number, sentence: string): string {
  const [said, setSaid] = useState("");
  const next = useRef(0);
  const latest = useRef(sentence);
  latest.current = sentence;
  useEffect(() => {
    const timer = setTimeout(
      () => {
        next.current = Date.now() + quietMs;
        setSaid(latest.current);
      },
      Math.max(500, next.current - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [position]);
  return said;
}
