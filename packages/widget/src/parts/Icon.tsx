import type { chatIcons } from "./chat-icons.ts";
import type { lateIcons } from "./late-icons.ts";
import type { sectionIcons } from "./section-icons.ts";

const paths = {
  back: "m15 5-7 7 7 7",
  close: "M6 6l12 12M18 6 6 18",
  send: "M12 19V5M5.5 11.5 12 5l6.5 6.5",
  spark: "M12 3.5c.9 4.9 3.1 7.1 8 8-4.9.9-7.1 3.1-8 8-.9-4.9-3.1-7.1-8-8 4.9-.9 7.1-3.1 8-8z",
  alert: "M12 8v5M12 16.5h.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
};

export type IconName = keyof (typeof paths & typeof chatIcons & typeof lateIcons & typeof sectionIcons);

/** Those that come later. */
export const addIcons = (more: Partial<Record<IconName, string>>) => Object.assign(paths, more);

/** By its name, or, where only one late part draws it, by its `path`. */
export function Icon({ name, path }: { name: IconName; path?: never } | { name: string; path: string }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path ?? (paths as Record<string, string>)[name]} />
    </svg>
  );
}
