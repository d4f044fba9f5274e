import type { QueuePlace } from "@deskbell/sdk";
import { durationOf } from "./dates.ts";
import type { Locale } from "./locales.ts";

interface Words {
  next: string;
  /** `at` is the position as the language writes it. */
  behind(at: string): string;
  about(duration: string): string;
  keepWriting: string;
}

const endings: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
const ordinal = (at: number): string => `${at}${endings[new Intl.PluralRules("en", { type: "ordinal" }).select(at)]}`;

// Apart from the other words: nobody needs them before they wait.
const words: Record<Locale, Words> = {
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

/** `You are 2nd in line, about 3 minutes. You can keep writing.` Of an unknown wait, nothing is said. */
export function placeText(locale: Locale, { position, expectedWaitSeconds }: QueuePlace): string {
  const { next, behind, about, keepWriting } = words[locale];
  const at = locale === "en" ? ordinal(position) : new Intl.NumberFormat(locale).format(position);
  const place = position === 1 ? next : behind(at);
  const wait = expectedWaitSeconds === null ? [] : [about(durationOf(locale, roundedMinutes(expectedWaitSeconds)))];
  return `${[place, ...wait].join(locale === "ar" ? "، " : ", ")}. ${keepWriting}`;
}

/** After an hour and a half, nobody counts in minutes. */
function roundedMinutes(seconds: number): number {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? minutes : Math.ceil(minutes / 60) * 60;
}
