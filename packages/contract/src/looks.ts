/** `auto`: as the visitor's system. */
export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const presetNames = ["classic", "soft", "compact", "square"] as const;
export type Preset = (typeof presetNames)[number];

/** Looks by name: values for custom properties of `deskbell-widget`. CSS of the page's own wins over them. */
export const presets: Record<
  Preset,
  Record<"--deskbell-radius" | "--deskbell-launcher-radius" | "--deskbell-launcher", string>
> = {
  classic: { "--deskbell-radius": "16px", "--deskbell-launcher-radius": "99px", "--deskbell-launcher": "56px" },
  soft: { "--deskbell-radius": "24px", "--deskbell-launcher-radius": "20px", "--deskbell-launcher": "56px" },
  compact: { "--deskbell-radius": "12px", "--deskbell-launcher-radius": "99px", "--deskbell-launcher": "48px" },
  square: { "--deskbell-radius": "2px", "--deskbell-launcher-radius": "2px", "--deskbell-launcher": "56px" },
};
