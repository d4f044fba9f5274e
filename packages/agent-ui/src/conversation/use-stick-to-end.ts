import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ThreadRow } from "./thread-rows.ts";

const nearEnd = 60;

/** Follows the end while one reads there; otherwise what is being read stays where it is, also when older rows come in above. */
export function useStickToEnd(rows: ThreadRow[], alsoGrowsWith: unknown[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const before = useRef({ firstKey: "", height: 0 });
  const firstKey = firstGroupKey(rows);
  const lastKey = rows.at(-1)?.key;
  const last = rows.at(-1);
  const lastLength = last?.kind === "group" ? last.items.length : 0;

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    if (atEnd) box.scrollTop = box.scrollHeight;
    else if (before.current.firstKey && before.current.firstKey !== firstKey)
      box.scrollTop += box.scrollHeight - before.current.height;
    before.current = { firstKey, height: box.scrollHeight };
  }, [rows, firstKey, lastKey, lastLength, atEnd, ...alsoGrowsWith]);

  // The composer growing, or the window shrinking, must not push the last message out of sight.
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || !atEnd) return;
    const observer = new ResizeObserver(() => {
      box.scrollTop = box.scrollHeight;
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [atEnd]);

  return {
    scroller,
    atEnd,
    handleScroll: () => {
      const box = scroller.current;
      if (box) setAtEnd(box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd);
    },
    toEnd: () => {
      scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
      setAtEnd(true);
    },
  };
}

function firstGroupKey(rows: ThreadRow[]): string {
  return rows.find((row) => row.kind === "group" || row.kind === "activity")?.key ?? "";
}
