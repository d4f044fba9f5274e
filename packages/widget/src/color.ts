type Rgb = [number, number, number];

/** WCAG 2.1 AA for text. */
const enough = 4.5;

/** `#rgb` or `#rrggbb` as 0–255; `null` for anything else. */
export function parseColor(color: string): Rgb | null {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(color)?.[1];
  if (!digits) return null;
  const step = digits.length / 3;
  const channel = (at: number) => Number.parseInt(digits.slice(at * step, at * step + step).repeat(3 - step), 16);
  return [channel(0), channel(1), channel(2)];
}

/** Contrast ratio, 1 to 21 (https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio). */
export function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const luminance = (rgb: Rgb) =>
  rgb.reduce((sum, value, at) => {
    const part = value / 255;
    const linear = part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    return sum + linear * ([0.2126, 0.7152, 0.0722][at] ?? 0);
  }, 0);

/** Text on `color`: white while that is readable, else black. */
export const textOn = (color: Rgb): Rgb => (contrast(color, [255, 255, 255]) >= enough ? [255, 255, 255] : [0, 0, 0]);

/** `color`, moved away from `background` until text in it is readable there. */
export function readableOn(background: Rgb, color: Rgb): Rgb {
  const end = luminance(background) > 0.18 ? 0 : 255;
  let result = color;
  while (contrast(result, background) < enough) {
    result = result.map((value) => value + Math.sign(end - value) * Math.min(8, Math.abs(end - value))) as Rgb;
  }
  return result;
}

export const toCss = (rgb: Rgb): string => `rgb(${rgb.join()})`;
