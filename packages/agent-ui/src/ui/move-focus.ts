/** Moves the focus to the next or previous row of a list, starting at the focused or else the selected one. */
export function moveFocus(list: HTMLElement | null, step: 1 | -1): void {
  if (!list) return;
  const rows = [...list.querySelectorAll<HTMLElement>("[data-row]")];
  const focused = rows.indexOf(document.activeElement as HTMLElement);
  const start = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute("aria-current"));
  const next = start < 0 ? rows[0] : rows[Math.max(0, Math.min(start + step, rows.length - 1))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}
