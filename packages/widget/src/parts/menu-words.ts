import type { Locale } from "../locales.ts";

const en = {
  makeTicket: "Turn into a ticket",
  endChat: "End this conversation",
  endChatTitle: "End this conversation?",
  endChatYes: "End it",
  endChatNo: "Keep talking",
};

/** What can be done with a conversation. */
export const menuWords: Record<Locale, typeof en> = {
  en,
  de: {
    makeTicket: "In ein Ticket umwandeln",
    endChat: "Gespräch beenden",
    endChatTitle: "Dieses Gespräch beenden?",
    endChatYes: "Beenden",
    endChatNo: "Weiter sprechen",
  },
  es: {
    makeTicket: "Convertir en ticket",
    endChat: "Terminar la conversación",
    endChatTitle: "¿Terminar esta conversación?",
    endChatYes: "Terminar",
    endChatNo: "Seguir hablando",
  },
  fr: {
    makeTicket: "Transformer en ticket",
    endChat: "Terminer la conversation",
    endChatTitle: "Terminer cette conversation ?",
    endChatYes: "Terminer",
    endChatNo: "Continuer",
  },
  ar: {
    makeTicket: "تحويل إلى تذكرة",
    endChat: "إنهاء المحادثة",
    endChatTitle: "هل تريد إنهاء هذه المحادثة؟",
    endChatYes: "إنهاء",
    endChatNo: "متابعة الحديث",
  },
};
