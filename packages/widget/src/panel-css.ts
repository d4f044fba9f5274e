import { parseColor, type Rgb, readableOn } from "./color.ts";
import { sideOf, type WidgetSettings } from "./widget-settings.ts";

const light: Rgb = [244, 245, 247];
const dark: Rgb = [32, 34, 40];

/** What the panel needs beside the launcher's own: its side, and the brand colour as one can read it on the panel's grounds. */
export function panelCss(settings: WidgetSettings): string {
  const brand = parseColor(settings.brandColor);
  return `:host{--${sideOf(settings)}:20px;--accent-light:rgb(${readableOn(light, brand)});--accent-dark:rgb(${readableOn(dark, brand)})}`;
}
