import type { PreChatField } from "@deskbell/sdk/agent";

const plain: PreChatField = {
  name: "",
  label: {},
  kind: "text",
  required: true,
  pattern: null,
  options: [],
  keepIn: "conversation",
  link: null,
};

/** What is asked most, in all the languages that the widget speaks, and blanks for the rest. */
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
} satisfies Record<string, PreChatField>;

/** With a name that none of the others has. */
export function withFreeName(field: PreChatField, others: readonly PreChatField[]): PreChatField {
  const isTaken = (name: string) => others.some((other) => other.name === name);
  let name = field.name;
  for (let count = 2; isTaken(name); count++) name = `${field.name}_${count}`;
  return { ...field, name };
}
