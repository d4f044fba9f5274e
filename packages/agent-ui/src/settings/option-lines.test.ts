import { expect, it } from "vitest";
import { optionLines, optionsFromLines } from "./option-lines.ts";

it("lines of several languages are choices, and choices are lines, whatever is typed meanwhile", () => {
  const lines = { en: "Buying\nHelp", de: "Kauf\nHilfe" };
  expect(optionsFromLines(lines)).toEqual([
    { value: "Buying", label: { en: "Buying", de: "Kauf" } },
    { value: "Help", label: { en: "Help", de: "Hilfe" } },
  ]);
  expect(optionLines(optionsFromLines(lines))).toEqual(lines);
  expect(optionLines(optionsFromLines({ en: "Buying\n" }))).toEqual({ en: "Buying\n" });
  expect(optionsFromLines({})).toEqual([]);
});
