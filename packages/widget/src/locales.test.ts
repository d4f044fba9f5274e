import { expect, test } from "vitest";
import { chooseLocale } from "./locales.ts";

test.each([
  [["de"], "de"],
  [["de-AT"], "de"],
  [["AR-eg"], "ar"],
  [[null, undefined, "fr-CA"], "fr"],
  [["pt-BR", "es-419", "en"], "es"],
  [["eng"], "en"],
  [["dex"], "en"],
  [[], "en"],
])("the wishes %j are answered in %s", (wishes, locale) => {
  expect(chooseLocale(...wishes)).toBe(locale);
});
