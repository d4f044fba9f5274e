/** The languages the widget speaks. */
export const locales = ["en", "de", "es", "fr", "ar"] as const;
export type Locale = (typeof locales)[number];

/** The first wish that is spoken here, whatever its region; else English. */
export function chooseLocale(...wishes: (string | null | undefined)[]): Locale {
  for (const wish of wishes) {
    const found = locales.find((locale) => locale === `${wish}`.split("-")[0]?.toLowerCase());
    if (found) return found;
  }
  return "en";
}
