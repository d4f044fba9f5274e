import type { ComponentChildren } from "preact";

/** A number's field, and what is counted. */
export function Unit({ words, children }: { words: string; children: ComponentChildren }) {
  return (
    <span class="settings-unit">
      {children}
      {words}
    </span>
  );
}
