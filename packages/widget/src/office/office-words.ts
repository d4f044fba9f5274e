import type { Locale } from "../locales.ts";

interface OfficeWords {
  here: string;
  away: string;
  reply(duration: string): string;
  /** Today or tomorrow, in the language's own word. */
  soon(day: string, time: string): string;
  weekday(day: string, time: string): string;
  /** A day and a month. */
  date(day: string, time: string): string;
}

/** About when somebody answers. */
export const officeWords: Record<Locale, OfficeWords> = {
  en: {
    here: "The team is here",
    away: "The team is away just now",
    reply: (duration) => `We usually answer within ${duration}`,
    soon: (day, time) => `We are back ${day} at ${time}`,
    weekday: (day, time) => `We are back on ${day} at ${time}`,
    date: (day, time) => `We are back on ${day} at ${time}`,
  },
  de: {
    here: "Das Team ist da",
    away: "Das Team ist gerade nicht da",
    reply: (duration) => `Eine Antwort dauert meist ${duration}`,
    soon: (day, time) => `Wir sind ${day} um ${time} Uhr wieder da`,
    weekday: (day, time) => `Wir sind am ${day} um ${time} Uhr wieder da`,
    date: (day, time) => `Wir sind am ${day} um ${time} Uhr wieder da`,
  },
  es: {
    here: "El equipo está disponible",
    away: "El equipo no está en este momento",
    reply: (duration) => `Solemos responder en ${duration}`,
    soon: (day, time) => `Volvemos ${day} a las ${time}`,
    weekday: (day, time) => `Volvemos el ${day} a las ${time}`,
    date: (day, time) => `Volvemos el ${day} a las ${time}`,
  },
  fr: {
    here: "L’équipe est là",
    away: "L’équipe est absente pour le moment",
    reply: (duration) => `Nous répondons en général en ${duration}`,
    soon: (day, time) => `Nous sommes de retour ${day} à ${time}`,
    weekday: (day, time) => `Nous sommes de retour ${day} à ${time}`,
    date: (day, time) => `Nous sommes de retour le ${day} à ${time}`,
  },
  ar: {
    here: "الفريق موجود",
    away: "الفريق غير موجود الآن",
    reply: (duration) => `نجيب عادةً خلال ${duration}`,
    soon: (day, time) => `سنعود ${day} الساعة ${time}`,
    weekday: (day, time) => `سنعود يوم ${day} الساعة ${time}`,
    date: (day, time) => `سنعود في ${day} الساعة ${time}`,
  },
};
