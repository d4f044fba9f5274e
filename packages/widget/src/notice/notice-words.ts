import type { Locale } from "../locales.ts";

interface NoticeWords {
  label: string;
  title(name: string): string;
}

/** About a message that came while nobody looked. */
export const noticeWords: Record<Locale, NoticeWords> = {
  en: { label: "New message", title: (name) => `${name} has written` },
  de: { label: "Neue Nachricht", title: (name) => `${name} hat geschrieben` },
  es: { label: "Mensaje nuevo", title: (name) => `${name} ha escrito` },
  fr: { label: "Nouveau message", title: (name) => `${name} a écrit` },
  ar: { label: "رسالة جديدة", title: (name) => `رسالة جديدة من ${name}` },
};
