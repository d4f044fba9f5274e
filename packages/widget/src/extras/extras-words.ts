import type { Locale } from "../locales.ts";

export interface ExtrasWords {
  transcript: string;
  /** At the top of the file. */
  title: string;
  /** Its name, without spaces. */
  file: string;
  attached(name: string): string;
  sound: string;
}

/** About what one can take along from a chat, and how it sounds. */
export const extrasWords: Record<Locale, ExtrasWords> = {
  en: {
    transcript: "Download the conversation",
    title: "Your conversation",
    file: "conversation",
    attached: (name) => `[File: ${name}]`,
    sound: "Sound for new messages",
  },
  de: {
    transcript: "Gespräch herunterladen",
    title: "Ihr Gespräch",
    file: "gespraech",
    attached: (name) => `[Datei: ${name}]`,
    sound: "Ton bei neuen Nachrichten",
  },
  es: {
    transcript: "Descargar la conversación",
    title: "Su conversación",
    file: "conversacion",
    attached: (name) => `[Archivo: ${name}]`,
    sound: "Sonido para mensajes nuevos",
  },
  fr: {
    transcript: "Télécharger la conversation",
    title: "Votre conversation",
    file: "conversation-chat",
    attached: (name) => `[Fichier : ${name}]`,
    sound: "Son pour les nouveaux messages",
  },
  ar: {
    transcript: "تنزيل المحادثة",
    title: "محادثتك",
    file: "محادثة",
    attached: (name) => `[ملف: ${name}]`,
    sound: "صوت للرسائل الجديدة",
  },
};
