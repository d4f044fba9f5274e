import { parseColor, type Rgb, readableOn } from "./color.ts";
import type { WidgetSettings } from "./widget-settings.ts";

const light: Rgb = [244, 245, 247];
const dark: Rgb = [32, 34, 40];

/** The brand colour as one can read it on the panel's grounds. */
export function accentCss({ brandColor }: WidgetSettings): string {
  const brand = parseColor(brandColor);
  return `:host{--accent-light:rgb(${readableOn(light, brand)});--accent-dark:rgb(${readableOn(dark, brand)})}`;
}
