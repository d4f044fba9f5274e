import type { RefObject } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { addStyles } from "../styles.ts";

/** The panel covers the screen above the keyboard, the page behind it does not scroll, and Tab stays inside. */
export function FullScreen({ panel }: { panel: RefObject<HTMLElement> }): null {
  const { open, shell } = useApp();
  const { root } = shell;
  const drawViewport = useMemo(() => addStyles(root), [root]);

  useEffect(() => {
    const viewport = window.visualViewport;
    if (!open) return;
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
  }, [open, drawViewport]);

  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    element.ariaModal = "true";
    const listener = (event: KeyboardEvent) => keepInside(event, element, root);
    element.addEventListener("keydown", listener);
    return () => {
      element.ariaModal = "false";
      element.removeEventListener("keydown", listener);
    };
  }, [panel, root]);

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
