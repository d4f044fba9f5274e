import type { Locale } from "../locales.ts";

/** What the button is called. */
export const emojiLabel: Record<Locale, string> = {
  en: "Emoji",
  de: "Emoji",
  es: "Emojis",
  fr: "Émojis",
  ar: "رموز تعبيرية",
};
