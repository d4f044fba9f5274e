import type { Locale } from "../locales.ts";

export interface ExtrasWords {
  transcript: string;
  /** At the top of the file. */
  title: string;
  /** Its name, without spaces. */
  file: string;
  attached(name: string): string;
  sound: string;
  byMail: string;
  address: string;
  /** It is with the server, which sends it. */
  mailed(email: string): string;
  mailOff: string;
}

/** About what one can take along from a chat, and how it sounds. */
export const extrasWords: Record<Locale, ExtrasWords> = {
  en: {
    transcript: "Download the conversation",
    title: "Your conversation",
    file: "conversation",
    attached: (name) => `[File: ${name}]`,
    sound: "Sound for new messages",
    byMail: "Send by e-mail",
    address: "E-mail address",
    mailed: (email) => `On its way to ${email}`,
    mailOff: "This chat sends no e-mail at the moment.",
  },
  de: {
    transcript: "Gespräch herunterladen",
    title: "Ihr Gespräch",
    file: "gespraech",
    attached: (name) => `[Datei: ${name}]`,
    sound: "Ton bei neuen Nachrichten",
    byMail: "Per E-Mail senden",
    address: "E-Mail-Adresse",
    mailed: (email) => `Unterwegs an ${email}`,
    mailOff: "Dieser Chat verschickt zurzeit keine E-Mails.",
  },
  es: {
    transcript: "Descargar la conversación",
    title: "Su conversación",
    file: "conversacion",
    attached: (name) => `[Archivo: ${name}]`,
    sound: "Sonido para mensajes nuevos",
    byMail: "Enviar por correo",
    address: "Dirección de correo",
    mailed: (email) => `En camino a ${email}`,
    mailOff: "Este chat no envía correos en este momento.",
  },
  fr: {
    transcript: "Télécharger la conversation",
    title: "Votre conversation",
    file: "conversation-chat",
    attached: (name) => `[Fichier : ${name}]`,
    sound: "Son pour les nouveaux messages",
    byMail: "Envoyer par e-mail",
    address: "Adresse e-mail",
    mailed: (email) => `En route vers ${email}`,
    mailOff: "Ce chat n’envoie pas d’e-mails pour le moment.",
  },
  ar: {
    transcript: "تنزيل المحادثة",
    title: "محادثتك",
    file: "محادثة",
    attached: (name) => `[ملف: ${name}]`,
    sound: "صوت للرسائل الجديدة",
    byMail: "إرسال بالبريد الإلكتروني",
    address: "عنوان البريد الإلكتروني",
    mailed: (email) => `في الطريق إلى \u2068${email}\u2069`,
    mailOff: "لا ترسل هذه المحادثة بريدًا إلكترونيًا حاليًا.",
  },
};
