import { expect, it } from "vitest";
import { wordsIn } from "./local-words.ts";

const words = { en: "Hello", de: "Hallo", "pt-BR": "Olá" };

it.each([
  ["de", "Hallo"],
  ["DE-at", "Hallo"],
  ["pt", "Olá"],
  ["pt-PT", "Olá"],
  ["fr", "Hello"],
  ["constructor", "Hello"],
  [null, "Hello"],
])("a reader of %s reads %s", (locale, said) => expect(wordsIn(words, locale)).toBe(said));

it("the first wish that there are words in wins; blank ones are none", () => {
  expect(wordsIn(words, "fr", "de")).toBe("Hallo");
  expect(wordsIn({ de: " ", it: "Ciao" }, "de")).toBe("Ciao");
  expect(wordsIn({})).toBe("");
});
