import type { Locale } from "../locales.ts";

const en = {
  rateTitle: "How was this conversation?",
  rateStars: (stars: number) => `${stars} of 5 stars`,
  rateMore: "Tell us more (optional)",
  rateThanks: "Thank you for your feedback.",
};

/** About how a conversation was. */
export const ratingWords: Record<Locale, typeof en> = {
  en,
  de: {
    rateTitle: "Wie war dieses Gespräch?",
    rateStars: (stars) => `${stars} von 5 Sternen`,
    rateMore: "Erzählen Sie uns mehr (freiwillig)",
    rateThanks: "Danke für Ihre Rückmeldung.",
  },
  es: {
    rateTitle: "¿Qué le ha parecido la conversación?",
    rateStars: (stars) => `${stars} de 5 estrellas`,
    rateMore: "Cuéntenos más (opcional)",
    rateThanks: "Gracias por su opinión.",
  },
  fr: {
    rateTitle: "Comment s’est passée cette conversation ?",
    rateStars: (stars) => `${stars} étoiles sur 5`,
    rateMore: "Dites-nous-en plus (facultatif)",
    rateThanks: "Merci pour votre avis.",
  },
  ar: {
    rateTitle: "كيف كانت هذه المحادثة؟",
    rateStars: (stars) => `${stars} من 5 نجوم`,
    rateMore: "أخبرنا بالمزيد (اختياري)",
    rateThanks: "شكرًا على رأيك.",
  },
};
