import type { Late } from "../late.ts";
import type { Locale } from "../locales.ts";
import type { ChatText } from "./chat/en.ts";
import { type CoreText, rest, text } from "./core/en.ts";

/** Every word but those that late parts bring along. */
export type Text = CoreText & ChatText;

/** The first words of a language, and where the rest of them is. */
export interface Language {
  text: CoreText;
  rest: Late<{ text: ChatText }>;
}

const english: Language = { text, rest };
const others = {
  de: () => import("./core/de.ts"),
  es: () => import("./core/es.ts"),
  fr: () => import("./core/fr.ts"),
  ar: () => import("./core/ar.ts"),
};

/** The first words of English are there; those of every other language are fetched when they are wanted: English when they cannot be. */
export const loadText = async (locale: Locale): Promise<Language> =>
  locale === "en" ? english : others[locale]().catch(() => english);
