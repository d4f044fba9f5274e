import { describe, expect, test } from "vitest";
import { contrast, parseColor, type Rgb, readableOn, textOn } from "./color.ts";

const steps = [0, 51, 102, 128, 153, 204, 255];
const colors: Rgb[] = steps.flatMap((r) => steps.flatMap((g) => steps.map((b): Rgb => [r, g, b])));

describe("colours", () => {
  test("a colour is read from its hexadecimal digits", () => {
    expect(parseColor("#2f6B4f")).toEqual([47, 107, 79]);
  });

  test("what is no colour gets white text and ends all reckoning", () => {
    expect(textOn("tomato")).toBe("#fff");
    expect(readableOn([255, 255, 255], parseColor("tomato"))).toEqual(parseColor("#000000"));
  });

  test("contrast is as WCAG counts it", () => {
    expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21, 1);
    expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
  });

  test("text on any brand colour has a contrast of at least 4.5, and is white where white is clearly enough", () => {
    // A sixteenth of all 16.7 million, spread evenly.
    const parts = Array.from({ length: 256 }, (_, part) => part);
    const faults: Rgb[] = [];
    for (const r of parts)
      for (const g of parts)
        for (let b = (r + g) % 16; b < 256; b += 16) {
          const white = contrast([r, g, b], [255, 255, 255]);
          const isWhite = textOn(`#${((r << 16) | (g << 8) | b).toString(16).padStart(6, "0")}`) === "#fff";
          if (isWhite ? white < 4.5 : white > 4.67 || contrast([r, g, b], [0, 0, 0]) < 4.5) faults.push([r, g, b]);
        }
    expect(faults).toEqual([]);
  });

  test("a brand colour can be read on light and dark grounds, and stays itself where it can be already", () => {
    for (const ground of [
      [255, 255, 255],
      [244, 245, 247],
      [32, 34, 40],
      [0, 0, 0],
    ] satisfies Rgb[]) {
      for (const color of colors) {
        const result = readableOn(ground, color);
        expect(contrast(result, ground)).toBeGreaterThanOrEqual(4.5);
        if (contrast(color, ground) >= 4.5) expect(result).toEqual(color);
      }
    }
  });
});
