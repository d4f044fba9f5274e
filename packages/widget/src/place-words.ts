import type { Locale } from "./locales.ts";

interface PlaceWords {
  told: string;
  away: string;
  next: string;
  /** `at` is the position as the language writes it. */
  behind(at: string): string;
  about(duration: string): string;
  keepWriting: string;
}

/** About waiting for a person, and one's place in the queue. */
export const placeWords: Record<Locale, PlaceWords> = {
  en: {
    told: "We have told the team. A person will join as soon as possible; you can keep writing.",
    away: "Nobody of the team is here just now. Your words are kept, and answered as soon as somebody is back.",
    next: "You are next in line",
    behind: (at) => `You are ${at} in line`,
    about: (duration) => `about ${duration}`,
    keepWriting: "You can keep writing.",
  },
  de: {
    told: "Das Team weiß Bescheid. Sobald möglich kommt jemand dazu; Sie können ruhig weiterschreiben.",
    away: "Gerade ist niemand vom Team da. Ihre Nachricht bleibt erhalten und wird beantwortet, sobald jemand zurück ist.",
    next: "Sie kommen als Nächstes an die Reihe",
    behind: (at) => `Sie sind auf Platz ${at} der Warteschlange`,
    about: (duration) => `etwa ${duration}`,
    keepWriting: "Sie können ruhig weiterschreiben.",
  },
  es: {
    told: "Hemos avisado al equipo. Una persona se unirá lo antes posible; puede seguir escribiendo.",
    away: "Ahora mismo no hay nadie del equipo. Guardamos su mensaje y le responderemos en cuanto alguien vuelva.",
    next: "El próximo turno es el suyo",
    behind: (at) => `Su puesto en la cola es el ${at}`,
    about: (duration) => `alrededor de ${duration}`,
    keepWriting: "Puede seguir escribiendo.",
  },
  fr: {
    told: "L’équipe est prévenue. Une personne vous rejoindra dès que possible ; vous pouvez continuer à écrire.",
    away: "Personne de l’équipe n’est là pour le moment. Votre message est conservé et recevra une réponse dès le retour de quelqu’un.",
    next: "C’est bientôt à vous : vous êtes en tête de la file",
    behind: (at) => `Vous êtes en position ${at} dans la file`,
    about: (duration) => `environ ${duration}`,
    keepWriting: "Vous pouvez continuer à écrire.",
  },
  ar: {
    told: "أبلغنا الفريق. سينضم إليك شخص في أقرب وقت، ويمكنك متابعة الكتابة.",
    away: "لا أحد من الفريق متاح الآن. رسالتك محفوظة، وسنرد عليها فور عودة أحدنا.",
    next: "أنت التالي في الدور",
    behind: (at) => `ترتيبك في الانتظار هو ${at}`,
    about: (duration) => `نحو ${duration}`,
    keepWriting: "يمكنك متابعة الكتابة.",
  },
};
