import type { LocalFormField, PreChatField } from "@deskbell/sdk/agent";

const plain: LocalFormField = {
  name: "",
  label: {},
  kind: "text",
  required: true,
  pattern: null,
  options: [],
  link: null,
};

/** Blanks, and what is asked most, in all the languages that the widget speaks. */
export const questionPresets = {
  text: { ...plain, name: "question" },
  select: { ...plain, name: "topic", kind: "select" },
  consent: {
    ...plain,
    name: "consent",
    kind: "consent",
    label: {
      en: "I agree to the privacy policy",
      de: "Ich stimme der Datenschutzerklärung zu",
      es: "Acepto la política de privacidad",
      fr: "J’accepte la politique de confidentialité",
      ar: "أوافق على سياسة الخصوصية",
    },
  },
} satisfies Record<string, LocalFormField>;

/** And what becomes the contact's own. */
export const preChatPresets = {
  name: {
    ...plain,
    name: "name",
    keepIn: "name",
    label: { en: "Your name", de: "Ihr Name", es: "Su nombre", fr: "Votre nom", ar: "اسمك" },
  },
  email: {
    ...plain,
    name: "email",
    kind: "email",
    keepIn: "email",
    label: {
      en: "E-mail",
      de: "E-Mail-Adresse",
      es: "Correo electrónico",
      fr: "Adresse e-mail",
      ar: "البريد الإلكتروني",
    },
  },
  phone: {
    ...plain,
    name: "phone",
    kind: "phone",
    keepIn: "phone",
    required: false,
    label: { en: "Phone number", de: "Telefonnummer", es: "Teléfono", fr: "Numéro de téléphone", ar: "رقم الهاتف" },
  },
  text: { ...questionPresets.text, keepIn: "conversation" },
  select: { ...questionPresets.select, keepIn: "conversation" },
  consent: { ...questionPresets.consent, keepIn: "conversation" },
} satisfies Record<string, PreChatField>;

/** With a name that none of the others has. */
export function withFreeName<F extends LocalFormField>(field: F, others: readonly F[]): F {
  const isTaken = (name: string) => others.some((other) => other.name === name);
  let name = field.name;
  for (let count = 2; isTaken(name); count++) name = `${field.name}_${count}`;
  return { ...field, name };
}
