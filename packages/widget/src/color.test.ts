import { expect, test } from "vitest";
import { textOn } from "./color.ts";

type Rgb = readonly [red: number, green: number, blue: number];

/** https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
const luminance = (color: Rgb): number => {
  const [red = 0, green = 0, blue = 0] = color.map((part) =>
    part < 10.32 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

test("what is no colour gets white text", () => {
  expect(textOn("tomato")).toBe("#fff");
});

test("text on any brand colour has a contrast of at least 4.5, and is white where white is clearly enough", () => {
  // A sixteenth of all 16.7 million, spread evenly.
  const parts = Array.from({ length: 256 }, (_, part) => part);
  const faults: Rgb[] = [];
  for (const r of parts)
    for (const g of parts)
      for (let b = (r + g) % 16; b < 256; b += 16) {
        const light = luminance([r, g, b]) + 0.05;
        const [white, black] = [1.05 / light, light / 0.05];
        const isWhite = textOn(`#${((r << 16) | (g << 8) | b).toString(16).padStart(6, "0")}`) === "#fff";
        if (isWhite ? white < 4.5 : white > 4.67 || black < 4.5) faults.push([r, g, b]);
      }
  expect(faults).toEqual([]);
});
