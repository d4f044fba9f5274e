import type { ChannelSettings } from "@deskbell/sdk";
import { parseColor, readableOn, textOn, toCss } from "./color.ts";
import type { DeskbellSettings, Theme } from "./settings.ts";

/** All settings, after the page's wishes were laid over the channel's. */
export interface WidgetSettings extends ChannelSettings {
  theme: Theme;
  hideLauncher: boolean;
  zIndex: number;
}

const themes = { light: "light", dark: "dark", auto: "light dark" };

/** The page's wishes over what is known. Values of the wrong kind are left out: they come from scripts we do not know. */
export function mergeSettings(known: WidgetSettings, wishes: DeskbellSettings): WidgetSettings {
  const merged = { ...known };
  const take = <K extends keyof WidgetSettings>(key: K, value: unknown, ok: boolean) => {
    if (ok) merged[key] = value as WidgetSettings[K];
  };
  const { brandColor, theme, position, zIndex } = wishes;
  for (const key of ["greeting", "tagline", "locale"] as const) take(key, wishes[key], typeof wishes[key] === "string");
  take("brandColor", brandColor, typeof brandColor === "string" && parseColor(brandColor) !== null);
  take("theme", theme, theme !== undefined && theme in themes);
  take("position", position, position === "left" || position === "right");
  take("zIndex", zIndex, Number.isInteger(zIndex));
  take("hideLauncher", wishes.hideLauncher, typeof wishes.hideLauncher === "boolean");
  return merged;
}

/** The settings as custom properties. A style sheet rather than a style attribute, which a strict CSP may forbid. */
export function settingsCss(settings: WidgetSettings): string {
  const brand = parseColor(settings.brandColor) ?? [79, 70, 229];
  return `:host{color-scheme:${themes[settings.theme]};z-index:${settings.zIndex};--brand:${toCss(brand)};--on-brand:${toCss(textOn(brand))};--accent-light:${toCss(readableOn([255, 255, 255], brand))};--accent-dark:${toCss(readableOn([32, 34, 40], brand))};--${settings.position}:20px}`;
}
