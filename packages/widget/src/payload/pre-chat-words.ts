import type { Locale } from "../locales.ts";

interface PreChatWords {
  title: string;
  go: string;
  /** The way to what is agreed to. */
  more: string;
}

/** Around the questions before a conversation; those are in the channel's own words. */
export const preChatWords: Record<Locale, PreChatWords> = {
  en: { title: "Before we begin", go: "Start the chat", more: "Read more" },
  de: { title: "Bevor es losgeht", go: "Chat beginnen", more: "Mehr dazu" },
  es: { title: "Antes de empezar", go: "Empezar el chat", more: "Más información" },
  fr: { title: "Avant de commencer", go: "Commencer la discussion", more: "En savoir plus" },
  ar: { title: "قبل أن نبدأ", go: "ابدأ المحادثة", more: "اقرأ المزيد" },
};
