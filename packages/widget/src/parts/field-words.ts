import type { Locale } from "../locales.ts";

const en = {
  optional: "optional",
  required: "Please fill this in.",
  badEmail: "This is not a complete e-mail address.",
};

/** Of every form. */
export const fieldWords: Record<Locale, typeof en> = {
  en,
  de: {
    optional: "freiwillig",
    required: "Bitte ausfüllen.",
    badEmail: "Das ist keine vollständige E-Mail-Adresse.",
  },
  es: {
    optional: "opcional",
    required: "Rellene este campo.",
    badEmail: "No es una dirección de correo completa.",
  },
  fr: {
    optional: "facultatif",
    required: "Veuillez remplir ce champ.",
    badEmail: "Cette adresse e-mail n’est pas complète.",
  },
  ar: {
    optional: "اختياري",
    required: "يرجى ملء هذا الحقل.",
    badEmail: "عنوان البريد الإلكتروني غير مكتمل.",
  },
};
