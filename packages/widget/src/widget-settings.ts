import type { ChannelSettings } from "@deskbell/sdk";
import { textOn } from "./color.ts";
import { presets } from "./presets.ts";
import type { DeskbellSettings } from "./settings.ts";

/** The channel's settings, with the page's wishes laid over them. */
export type WidgetSettings = ChannelSettings & DeskbellSettings;

/**
 * Settings as custom properties. A style sheet rather than a style attribute, which a strict CSP may forbid. What is `undefined` here is no
 * CSS, and leaves what `launcher.css` says.
 */
export function settingsCss(settings: WidgetSettings): string {
  const { brandColor, theme, position } = settings;
  const [radius = 16, launcherRadius = 99, launcher = 56] = presets[settings.preset] ?? [];
  const scheme = theme === "auto" ? "light dark" : theme;
  const side = position === "left" ? position : "right";
  return `:host{--on-brand:${textOn(brandColor)};color-scheme:${scheme};z-index:${settings.zIndex};--brand:${brandColor};--${side}:var(--deskbell-x);--deskbell-x:${settings.offsetX}px;--deskbell-y:${settings.offsetY}px;--deskbell-radius:${radius}px;--deskbell-launcher-radius:${launcherRadius}px;--deskbell-launcher:${launcher}px}`;
}
