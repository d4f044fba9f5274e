import type { Locale } from "../locales.ts";
import type { ChatText } from "./chat/en.ts";
import { type CoreText, text as english } from "./core/en.ts";

/** Every word but those that late parts bring along. */
export type Text = CoreText & ChatText;

const others = {
  de: { core: () => import("./core/de.ts"), chat: () => import("./chat/de.ts") },
  es: { core: () => import("./core/es.ts"), chat: () => import("./chat/es.ts") },
  fr: { core: () => import("./core/fr.ts"), chat: () => import("./chat/fr.ts") },
  ar: { core: () => import("./core/ar.ts"), chat: () => import("./chat/ar.ts") },
};

/** English is there; every other language is fetched when it is wanted: English when it cannot be. */
export async function loadCoreText(locale: Locale): Promise<CoreText> {
  if (locale === "en") return english;
  return others[locale].core().then(
    ({ text }) => text,
    () => english,
  );
}

/** The words that the chat adds; `null` for its own, which are English. */
export async function loadChatText(locale: Locale): Promise<ChatText | null> {
  if (locale === "en") return null;
  return others[locale].chat().then(
    ({ text }) => text,
    () => null,
  );
}
