import type { ChannelSettings } from "@deskbell/sdk";
import { parseColor, textOn } from "./color.ts";
import type { DeskbellSettings } from "./settings.ts";

/** The channel's settings, with the page's wishes laid over them. */
export type WidgetSettings = ChannelSettings & DeskbellSettings;

const fallbackColor = "#4f46e5";

/** A colour we can reckon with, whatever the page has said. */
export const brandOf = ({ brandColor }: WidgetSettings): string =>
  parseColor(brandColor) ? brandColor : fallbackColor;

/** Settings as custom properties. A style sheet rather than a style attribute, which a strict CSP may forbid. */
export function settingsCss(settings: WidgetSettings): string {
  const brand = brandOf(settings);
  const { theme, zIndex = 2147483000, position } = settings;
  return `:host{color-scheme:${theme === "light" || theme === "dark" ? theme : "light dark"};z-index:${zIndex};--brand:${brand};--on-brand:${textOn(parseColor(brand) ?? [0, 0, 0])};--${position === "left" ? "left" : "right"}:20px}`;
}
