import { useEffect, useMemo, useState } from "preact/hooks";
import { addStyles } from "./styles.ts";

/** On phones the panel covers the screen above the keyboard, and the page behind it does not scroll. */
export function useFullScreen(open: boolean, root: ShadowRoot): boolean {
  const query = useMemo(() => matchMedia("(max-width: 480px)"), []);
  const [narrow, setNarrow] = useState(query.matches);
  const drawViewport = useMemo(() => addStyles(root), [root]);

  useEffect(() => {
    const listener = () => setNarrow(query.matches);
    query.addEventListener("change", listener);
    return () => query.removeEventListener("change", listener);
  }, [query]);

  useEffect(() => {
    const viewport = window.visualViewport;
    if (!open || !narrow) return;
    const fit = () => {
      if (viewport) drawViewport(`.panel{top:${viewport.offsetTop}px;height:${viewport.height}px}`);
    };
    fit();
    viewport?.addEventListener("resize", fit);
    viewport?.addEventListener("scroll", fit);
    const unlock = lockPage();
    return () => {
      drawViewport("");
      viewport?.removeEventListener("resize", fit);
      viewport?.removeEventListener("scroll", fit);
      unlock();
    };
  }, [open, narrow, drawViewport]);

  return narrow;
}

function lockPage(): () => void {
  if (!("adoptedStyleSheets" in document)) return () => {};
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html,body{overflow:hidden!important}");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((known) => known !== sheet);
  };
}
