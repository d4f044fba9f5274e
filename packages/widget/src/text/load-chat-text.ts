import type { Locale } from "../locales.ts";
import { type ChatText, text as english } from "./chat/en.ts";

const others = {
  de: () => import("./chat/de.ts"),
  es: () => import("./chat/es.ts"),
  fr: () => import("./chat/fr.ts"),
  ar: () => import("./chat/ar.ts"),
};

/** The words that the chat adds: English, which it brings along, where others cannot be had. */
export async function loadChatText(locale: Locale): Promise<ChatText> {
  if (locale === "en") return english;
  return others[locale]().then(
    ({ text }) => text,
    () => english,
  );
}
