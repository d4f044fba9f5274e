/** Text on `#rrggbb`: white while that has a contrast of 4.5, else black, as in the widget. https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
export function textOn(color: string): "#fff" | "#000" {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5 ? "#fff" : "#000";
}
