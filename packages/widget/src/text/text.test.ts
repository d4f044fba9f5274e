import { describe, expect, test } from "vitest";
import { launcherText } from "../locales.ts";
import { sectionWords } from "../screens/section-words.ts";
import { text as chatAr } from "./chat/ar.ts";
import { text as chatDe } from "./chat/de.ts";
import { text as chatEn } from "./chat/en.ts";
import { text as chatEs } from "./chat/es.ts";
import { text as chatFr } from "./chat/fr.ts";
import { text as coreAr } from "./core/ar.ts";
import { text as coreDe } from "./core/de.ts";
import { text as coreEn } from "./core/en.ts";
import { text as coreEs } from "./core/es.ts";
import { text as coreFr } from "./core/fr.ts";

const en = { ...coreEn, ...chatEn };
const ar = { ...coreAr, ...chatAr };
const all = { en, de: { ...coreDe, ...chatDe }, es: { ...coreEs, ...chatEs }, fr: { ...coreFr, ...chatFr }, ar };

/** Every sentence under its path, functions called with a sample. */
function sentences(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, value(...Array.from({ length: value.length }, () => 3))]];
  return Object.entries(value as object).flatMap(([key, part]) => sentences(part, path ? `${path}.${key}` : key));
}

type Words = Record<string, Record<string, unknown>>;

/** The words of late parts, which come with the code that says them. */
const ofParts = Object.entries(import.meta.glob<Record<string, Words>>("../**/*-words.ts", { eager: true })).flatMap(
  ([file, exports]) => Object.values(exports).map((words): [string, Words] => [file, words]),
);

describe("words of late parts", () => {
  test("are found", () => expect(ofParts.length).toBeGreaterThan(1));

  test.each(ofParts)("%s says everything in every language, and nothing in English to others", (_, words) => {
    expect(Object.keys(words)).toEqual(Object.keys(launcherText));
    const english = new Map(sentences(words.en));
    for (const [locale, text] of Object.entries(words)) {
      const said = sentences(text);
      expect(said.map(([path]) => path)).toEqual([...english.keys()]);
      for (const [, sentence] of said) expect(sentence.trim()).not.toBe("");
      if (locale === "en") continue;
      expect(said.filter(([path, sentence]) => / /.test(sentence) && english.get(path) === sentence)).toEqual([]);
    }
  });
});

describe("words", () => {
  test("every locale is written", () => {
    expect(Object.keys(all)).toEqual(Object.keys(launcherText));
  });

  test.each(Object.entries(all))("%s says everything that English says, and nothing is empty", (_, text) => {
    const said = sentences(text);
    expect(said.map(([path]) => path)).toEqual(sentences(en).map(([path]) => path));
    for (const [, sentence] of said) expect(sentence.trim()).not.toBe("");
  });

  test.each(Object.entries(all).filter(([locale]) => locale !== "en"))(
    "%s leaves no sentence in English",
    (_, text) => {
      const english = new Map(sentences(en));
      const same = sentences(text).filter(([path, sentence]) => english.get(path) === sentence && / /.test(sentence));
      expect(same.filter(([path]) => !["ticketStrip", "activityStatus"].includes(path))).toEqual([]);
    },
  );

  test("a count is said with the right plural", () => {
    expect([0, 1, 2, 5].map(sectionWords.en.unread)).toEqual(
      ["0", "1", "2", "5"].map((n) => `${n} unread message${n === "1" ? "" : "s"}`),
    );
    expect([1, 2, 3, 11].map(sectionWords.ar.results)).toEqual(["نتيجة واحدة", "نتيجتان", "3 نتائج", "11 نتيجة"]);
  });
});
