import type { Locale } from "../locales.ts";

const en = {
  noConversations: "No conversations yet",
  noConversationsHint: "Ask us anything: your conversations will be here.",
};

/** On the list of conversations. */
export const conversationWords: Record<Locale, typeof en> = {
  en,
  de: {
    noConversations: "Noch keine Gespräche",
    noConversationsHint: "Fragen Sie uns: Ihre Gespräche finden Sie dann hier.",
  },
  es: {
    noConversations: "Todavía no hay conversaciones",
    noConversationsHint: "Pregúntenos lo que quiera: sus conversaciones aparecerán aquí.",
  },
  fr: {
    noConversations: "Pas encore de conversations",
    noConversationsHint: "Posez-nous vos questions : vos conversations seront ici.",
  },
  ar: {
    noConversations: "لا توجد محادثات بعد",
    noConversationsHint: "اسألنا ما تشاء: ستجد محادثاتك هنا.",
  },
};
