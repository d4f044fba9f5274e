import type { Locale } from "../locales.ts";
import { en, type Text } from "./en.ts";

const chunks: Record<Exclude<Locale, "en">, () => Promise<{ text: Text }>> = {
  de: () => import("./de.ts"),
  es: () => import("./es.ts"),
  fr: () => import("./fr.ts"),
  ar: () => import("./ar.ts"),
};

/** Every language but English is a file of its own, fetched when it is wanted; English when it cannot be. */
export function loadText(locale: Locale): Promise<Text> | Text {
  if (locale === "en") return en;
  return chunks[locale]().then(
    (chunk) => chunk.text,
    () => en,
  );
}
