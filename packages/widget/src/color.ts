/**
 * Text on `color`: white while that is readable (4.5 to 1, WCAG 2.1 AA), else black. Every page loads this, so it is no exact luminance: between
 * 0.175 and 0.1833 both have a contrast of 4.5, and for all colours this decides within.
 */
export const textOn = (color: string): "#fff" | "#000" => {
  const bits = Number.parseInt(color.slice(1), 16);
  return 3 * (bits >> 16) ** 2.2 + 10 * ((bits >> 8) & 255) ** 2.2 + (bits & 255) ** 2.2 > 496e3 ? "#000" : "#fff";
};
