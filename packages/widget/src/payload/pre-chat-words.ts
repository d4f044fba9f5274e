import type { Locale } from "../locales.ts";

interface PreChatWords {
  title: string;
  go: string;
}

/** Around the questions before a conversation; those are in the channel's own words. */
export const preChatWords: Record<Locale, PreChatWords> = {
  en: { title: "Before we begin", go: "Start the chat" },
  de: { title: "Bevor es losgeht", go: "Chat beginnen" },
  es: { title: "Antes de empezar", go: "Empezar el chat" },
  fr: { title: "Avant de commencer", go: "Commencer la discussion" },
  ar: { title: "قبل أن نبدأ", go: "ابدأ المحادثة" },
};
