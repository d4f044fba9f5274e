import { de } from "./de.ts";
import { en, type Text } from "./en.ts";

const texts = { en, de } satisfies Record<string, Text>;
export type Locale = keyof typeof texts;
export const locales: Record<Locale, string> = { en: "English", de: "Deutsch" };
const storageKey = "deskbell:console:locale";

/** The first of the wanted languages that there is, English otherwise. */
export function pickLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split("-")[0] ?? "";
    if (language in texts) return language as Locale;
  }
  return "en";
}

export const locale = pickLocale([readLocale(), ...(globalThis.navigator?.languages ?? [])]);
export const text = texts[locale];

/** The reader's own way to write dates, where it fits the words: `en-GB` rather than `en`. */
export const region =
  globalThis.navigator?.languages.find((tag) => isLanguageTag(tag) && tag.toLowerCase().startsWith(locale)) ?? locale;

/** Some systems put their own names among a browser's languages, such as `en-US@posix`, which `Intl` refuses. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** Words are read once, at the start: choosing a language reloads the page. */
export function chooseLocale(chosen: Locale) {
  localStorage.setItem(storageKey, chosen);
  location.reload();
}

function readLocale(): string {
  return globalThis.localStorage?.getItem(storageKey) ?? "";
}
