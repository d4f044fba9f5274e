import { describe, expect, test } from "vitest";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { isLanguageTag, pickLocale } from "./text.ts";

function paths(words: object, prefix = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "object" ? paths(value, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

function sentences(words: object): string[] {
  return Object.values(words).flatMap((value) => {
    if (typeof value === "function") return [String(value("1", "2", "3"))];
    return typeof value === "object" ? sentences(value) : [String(value)];
  });
}

describe("words", () => {
  test("German has every word that English has, and no others", () => {
    expect(paths(de).toSorted()).toEqual(paths(en).toSorted());
  });

  test("no word is empty in any language", () => {
    for (const words of [en, de]) expect(sentences(words).filter((sentence) => sentence.trim() === "")).toEqual([]);
  });

  test("the first language that there is wins, whatever its region", () => {
    expect(pickLocale(["fr-FR", "de-AT", "en-US"])).toBe("de");
    expect(pickLocale(["", "pt"])).toBe("en");
    expect(pickLocale([])).toBe("en");
  });
});

test("passes over what a system calls a language and Intl does not", () => {
  expect(["en-US@posix", "de-AT", "c"].filter(isLanguageTag)).toEqual(["de-AT"]);
});
