import type { Locale } from "./locales.ts";

interface PlaceWords {
  next: string;
  /** `at` is the position as the language writes it. */
  behind(at: string): string;
  about(duration: string): string;
  keepWriting: string;
}

/** About one's place in the queue. */
export const placeWords: Record<Locale, PlaceWords> = {
  en: {
    next: "You are next in line",
    behind: (at) => `You are ${at} in line`,
    about: (duration) => `about ${duration}`,
    keepWriting: "You can keep writing.",
  },
  de: {
    next: "Sie kommen als Nächstes an die Reihe",
    behind: (at) => `Sie sind auf Platz ${at} der Warteschlange`,
    about: (duration) => `etwa ${duration}`,
    keepWriting: "Sie können ruhig weiterschreiben.",
  },
  es: {
    next: "El próximo turno es el suyo",
    behind: (at) => `Su puesto en la cola es el ${at}`,
    about: (duration) => `alrededor de ${duration}`,
    keepWriting: "Puede seguir escribiendo.",
  },
  fr: {
    next: "C’est bientôt à vous : vous êtes en tête de la file",
    behind: (at) => `Vous êtes en position ${at} dans la file`,
    about: (duration) => `environ ${duration}`,
    keepWriting: "Vous pouvez continuer à écrire.",
  },
  ar: {
    next: "أنت التالي في الدور",
    behind: (at) => `ترتيبك في الانتظار هو ${at}`,
    about: (duration) => `نحو ${duration}`,
    keepWriting: "يمكنك متابعة الكتابة.",
  },
};
