import type { Locale } from "../locales.ts";
import type { ChatText } from "./chat/en.ts";
import { type CoreText, text as english } from "./core/en.ts";

/** Every word but those that late parts bring along. */
export type Text = CoreText & ChatText;

const others = {
  de: () => import("./core/de.ts"),
  es: () => import("./core/es.ts"),
  fr: () => import("./core/fr.ts"),
  ar: () => import("./core/ar.ts"),
};

/** English is there; every other language is fetched when it is wanted: English when it cannot be. */
export async function loadText(locale: Locale): Promise<CoreText> {
  if (locale === "en") return english;
  return others[locale]().then(
    ({ text }) => text,
    () => english,
  );
}
