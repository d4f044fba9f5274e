import type { Locale } from "../locales.ts";

interface ProactiveWords {
  label: string;
  close: string;
}

/** Around a proactive message, which is in the channel's own words. */
export const proactiveWords: Record<Locale, ProactiveWords> = {
  en: { label: "A message for you", close: "Close" },
  de: { label: "Eine Nachricht für Sie", close: "Schließen" },
  es: { label: "Un mensaje para usted", close: "Cerrar" },
  fr: { label: "Un message pour vous", close: "Fermer" },
  ar: { label: "رسالة لك", close: "إغلاق" },
};
