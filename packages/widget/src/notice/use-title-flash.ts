import { useEffect } from "preact/hooks";

const everyMs = 1500;

/**
 * Says `words` in the page's title by turns with its own, for as long as the page is hidden. Where motion is not wanted it stays. A title that the
 * page gives itself meanwhile is kept. `key`: flashes anew for each.
 */
export function useTitleFlash(words: string, key: string): void {
  useEffect(() => {
    if (!words || !document.hidden) return;
    let own = document.title;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const turn = () => {
      if (document.title !== words) own = document.title;
      document.title = document.title === words && !still ? own : words;
    };
    const stop = () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", stop);
      if (document.title === words) document.title = own;
    };
    const timer = setInterval(turn, everyMs);
    document.addEventListener("visibilitychange", stop);
    turn();
    return stop;
  }, [words, key]);
}
