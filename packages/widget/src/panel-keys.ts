import type { Shell } from "./app.ts";

/** Escape closes; in full screen, Tab stays inside. */
export function handlePanelKeys(event: KeyboardEvent, panel: HTMLElement, fullScreen: boolean, shell: Shell): void {
  // What is typed here is no shortcut of the page.
  event.stopPropagation();
  if (event.key === "Escape" && !event.defaultPrevented) shell.close();
  if (event.key !== "Tab" || !fullScreen) return;
  const stops = [...panel.querySelectorAll<HTMLElement>("a[href],button,input,textarea,[tabindex='0']")].filter(
    (element) => !element.hasAttribute("disabled") && element.offsetParent !== null,
  );
  const [first, last] = [stops[0], stops.at(-1)];
  const at = shell.root.activeElement;
  if (event.shiftKey ? at === first || at === panel : at === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}
