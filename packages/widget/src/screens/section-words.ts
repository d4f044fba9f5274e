import type { Locale } from "../locales.ts";

const results = { zero: "لا نتائج", one: "نتيجة واحدة", two: "نتيجتان", few: "نتائج", many: "نتيجة", other: "نتيجة" };
const unread = {
  zero: "لا رسائل غير مقروءة",
  one: "رسالة واحدة غير مقروءة",
  two: "رسالتان غير مقروءتين",
  few: "رسائل غير مقروءة",
  many: "رسالة غير مقروءة",
  other: "رسالة غير مقروءة",
};

/** Zero, one and two say the number by the word itself. */
function counted(count: number, forms: Record<Intl.LDMLPluralRule, string>): string {
  const form = forms[new Intl.PluralRules("ar").select(count)];
  return count < 3 ? form : `${count} ${form}`;
}

const en = {
  sections: "Sections",
  home: "Home",
  tickets: "Tickets",
  myTickets: "My tickets",
  newTicket: "Submit a ticket",
  newTicketHint: "For things that take a little longer",
  continueChat: "Continue your conversation",
  startChatHintAway: (botName: string) => `${botName} answers right away; the team is away just now`,
  results: (count: number) => (count === 1 ? "1 result" : `${count} results`),
  unread: (count: number) => (count === 1 ? "1 unread message" : `${count} unread messages`),
};

/** What the sections beside the conversation say of themselves. */
export const sectionWords: Record<Locale, typeof en> = {
  en,
  de: {
    sections: "Bereiche",
    home: "Start",
    tickets: "Tickets",
    myTickets: "Meine Tickets",
    newTicket: "Ticket erstellen",
    newTicketHint: "Für alles, was etwas länger dauert",
    continueChat: "Gespräch fortsetzen",
    startChatHintAway: (botName) => `${botName} antwortet sofort; das Team ist gerade nicht da`,
    results: (count) => (count === 1 ? "1 Treffer" : `${count} Treffer`),
    unread: (count) => (count === 1 ? "1 ungelesene Nachricht" : `${count} ungelesene Nachrichten`),
  },
  es: {
    sections: "Secciones",
    home: "Inicio",
    tickets: "Tickets",
    myTickets: "Mis tickets",
    newTicket: "Crear un ticket",
    newTicketHint: "Para lo que lleva algo más de tiempo",
    continueChat: "Continuar la conversación",
    startChatHintAway: (botName) => `${botName} responde al instante; ahora no hay nadie del equipo`,
    results: (count) => (count === 1 ? "1 resultado" : `${count} resultados`),
    unread: (count) => (count === 1 ? "1 mensaje sin leer" : `${count} mensajes sin leer`),
  },
  fr: {
    sections: "Rubriques",
    home: "Accueil",
    tickets: "Tickets",
    myTickets: "Mes tickets",
    newTicket: "Créer un ticket",
    newTicketHint: "Pour ce qui prend un peu plus de temps",
    continueChat: "Reprendre la conversation",
    startChatHintAway: (botName) => `${botName} répond tout de suite ; l’équipe est absente pour le moment`,
    results: (count) => (count < 2 ? `${count} résultat` : `${count} résultats`),
    unread: (count) => (count < 2 ? `${count} message non lu` : `${count} messages non lus`),
  },
  ar: {
    sections: "الأقسام",
    home: "الرئيسية",
    tickets: "التذاكر",
    myTickets: "تذاكري",
    newTicket: "إنشاء تذكرة",
    newTicketHint: "للأمور التي تستغرق وقتًا أطول",
    continueChat: "متابعة المحادثة",
    startChatHintAway: (botName) => `يجيب ${botName} فورًا؛ الفريق غير متاح الآن`,
    results: (count) => counted(count, results),
    unread: (count) => counted(count, unread),
  },
};
