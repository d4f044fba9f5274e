import type { Locale } from "./locales.ts";

/** The few words that are needed before the panel is loaded: to open, to close. */
export const launcherText: Record<Locale, readonly [open: string, close: string]> = {
  en: ["Open chat", "Close chat"],
  de: ["Chat öffnen", "Chat schließen"],
  es: ["Abrir el chat", "Cerrar el chat"],
  fr: ["Ouvrir le chat", "Fermer le chat"],
  ar: ["فتح المحادثة", "إغلاق المحادثة"],
};
