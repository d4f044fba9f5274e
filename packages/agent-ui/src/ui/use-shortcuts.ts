import { useLayoutEffect, useRef } from "preact/hooks";

export type Shortcuts = Record<string, (() => void) | undefined>;

const editable = "input, textarea, select, [contenteditable]";

/** Single keys, by `event.key`. Silent while somebody types, holds a modifier, or a dialog or menu is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  // Before it is painted: whoever sees the button may press its key.
  useLayoutEffect(() => {
    function handleKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(editable)) return;
      if (document.querySelector("dialog[open], :popover-open")) return;
      const handle = latest.current[event.key];
      if (!handle) return;
      event.preventDefault();
      handle();
    }
    document.addEventListener("keydown", handleKeyDown);
    return () => document.removeEventListener("keydown", handleKeyDown);
  }, []);
}
