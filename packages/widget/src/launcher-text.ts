import type { Locale } from "./locales.ts";

interface LauncherText {
  open: string;
  close: string;
  failed: string;
}

/** The few words that are needed before the panel is loaded. */
export const launcherText: Record<Locale, LauncherText> = {
  en: { open: "Open chat", close: "Close chat", failed: "The chat could not be loaded. Try again." },
  de: {
    open: "Chat öffnen",
    close: "Chat schließen",
    failed: "Der Chat konnte nicht geladen werden. Versuchen Sie es noch einmal.",
  },
  es: { open: "Abrir el chat", close: "Cerrar el chat", failed: "No se pudo cargar el chat. Inténtelo de nuevo." },
  fr: { open: "Ouvrir le chat", close: "Fermer le chat", failed: "Le chat n’a pas pu être chargé. Réessayez." },
  ar: { open: "فتح المحادثة", close: "إغلاق المحادثة", failed: "تعذّر تحميل المحادثة. حاول مرة أخرى." },
};
