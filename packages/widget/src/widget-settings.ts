import type { ChannelSettings } from "@deskbell/sdk";
import { parseColor, textOn } from "./color.ts";
import type { DeskbellSettings } from "./settings.ts";
import { sideOf } from "./side.ts";

/** The channel's settings, with the page's wishes laid over them. */
export type WidgetSettings = ChannelSettings & DeskbellSettings;

/** Settings as custom properties. A style sheet rather than a style attribute, which a strict CSP may forbid. */
export function settingsCss(settings: WidgetSettings): string {
  const { brandColor, theme, zIndex = 2147483000 } = settings;
  const scheme = !theme || theme === "auto" ? "light dark" : theme;
  return `:host{color-scheme:${scheme};z-index:${zIndex};--brand:${brandColor};--on-brand:${textOn(parseColor(brandColor))};${sideOf(settings)}:var(--deskbell-x,20px)}`;
}
