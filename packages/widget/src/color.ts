/** Red, green and blue, 0–255. */
export type Rgb = readonly [number, number, number];

/** WCAG 2.1 AA for text. */
const enough = 4.5;

/** Of `#rrggbb`. */
export function parseColor(color: string): Rgb {
  const bits = Number.parseInt(color.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

/** 0 (black) to 1 (white): https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) =>
    part < 10.32 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 to 21: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
export function contrast(a: Rgb, b: Rgb): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/**
 * Text on `color`: white while that is readable, else black. Every page loads this, so it is no exact luminance: between 0.175 and 0.1833 both have a
 * contrast of 4.5, and for all colours this decides within.
 */
export const textOn = (color: string): "#fff" | "#000" => {
  const bits = Number.parseInt(color.slice(1), 16);
  return 3 * (bits >> 16) ** 2.2 + 10 * ((bits >> 8) & 255) ** 2.2 + (bits & 255) ** 2.2 > 496e3 ? "#000" : "#fff";
};

/** `color`, moved away from `background` until text in it is readable there. */
export function readableOn(background: Rgb, color: Rgb): Rgb {
  const end = luminance(background) > 0.18 ? 0 : 255;
  const nearer = (part: number) => part + Math.sign(end - part) * Math.min(8, Math.abs(end - part));
  let result = color;
  while (contrast(result, background) < enough) result = [nearer(result[0]), nearer(result[1]), nearer(result[2])];
  return result;
}
