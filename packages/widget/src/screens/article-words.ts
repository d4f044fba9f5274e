import type { Locale } from "../locales.ts";

const en = {
  wasHelpful: "Was this helpful?",
  yes: "Yes",
  no: "No",
  thanks: "Thank you for telling us.",
  notHelpful: "Sorry about that. Would you like to ask us?",
  missing: "What did you miss?",
  updated: (date: string) => `Updated ${date}`,
};

/** Around an article. */
export const articleWords: Record<Locale, typeof en> = {
  en,
  de: {
    wasHelpful: "War das hilfreich?",
    yes: "Ja",
    no: "Nein",
    thanks: "Danke für die Rückmeldung.",
    notHelpful: "Das tut uns leid. Möchten Sie uns fragen?",
    missing: "Was hat gefehlt?",
    updated: (date) => `Aktualisiert: ${date}`,
  },
  es: {
    wasHelpful: "¿Le ha sido útil?",
    yes: "Sí",
    no: "No",
    thanks: "Gracias por decírnoslo.",
    notHelpful: "Lo sentimos. ¿Quiere preguntarnos?",
    missing: "¿Qué ha echado en falta?",
    updated: (date) => `Actualizado: ${date}`,
  },
  fr: {
    wasHelpful: "Cet article vous a-t-il aidé ?",
    yes: "Oui",
    no: "Non",
    thanks: "Merci de nous l’avoir dit.",
    notHelpful: "Nous en sommes désolés. Voulez-vous nous poser la question ?",
    missing: "Qu’est-ce qui vous a manqué ?",
    updated: (date) => `Mis à jour : ${date}`,
  },
  ar: {
    wasHelpful: "هل كان هذا مفيدًا؟",
    yes: "نعم",
    no: "لا",
    thanks: "شكرًا لإخبارنا.",
    notHelpful: "نأسف لذلك. هل تود أن تسألنا؟",
    missing: "ما الذي كان ناقصًا؟",
    updated: (date) => `آخر تحديث: ${date}`,
  },
};
