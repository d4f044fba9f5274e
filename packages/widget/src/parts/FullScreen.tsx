import type { RefObject } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { addStyles } from "../styles.ts";

/** On phones the panel covers the screen above the keyboard, the page behind it does not scroll, and Tab stays inside. */
export function FullScreen({ panel }: { panel: RefObject<HTMLElement> }): null {
  const { open, shell } = useApp();
  const { root } = shell;
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

  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    element.ariaModal = `${narrow}`;
    if (!narrow) return;
    const listener = (event: KeyboardEvent) => keepInside(event, element, root);
    element.addEventListener("keydown", listener);
    return () => element.removeEventListener("keydown", listener);
  }, [narrow, panel, root]);

  return null;
}

function keepInside(event: KeyboardEvent, panel: HTMLElement, root: ShadowRoot): void {
  if (event.key !== "Tab") return;
  const stops = [...panel.querySelectorAll<HTMLElement>("a[href],button,input,textarea,[tabindex='0']")].filter(
    (element) => !element.hasAttribute("disabled") && element.offsetParent !== null,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  const at = root.activeElement;
  if (event.shiftKey ? at === first || at === panel : at === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
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
