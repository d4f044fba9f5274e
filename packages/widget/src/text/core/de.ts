import { late } from "../../late.ts";
import type { CoreText } from "./en.ts";

export const text: CoreText = {
  widget: "Support",
  back: "Zurück",
  close: "Schließen",
  retry: "Erneut versuchen",
  loading: "Wird geladen …",
  greeting: "Hallo 👋",
  tagline: "Wie können wir helfen?",
  startChat: "Schreiben Sie uns",
  startChatHint: (botName) => `${botName} antwortet sofort, auf Wunsch ein Mensch`,
  botStatus: "Antwortet sofort",
  intro: (botName) =>
    `Hallo, ich bin ${botName}. Fragen Sie in Ihren eigenen Worten: Ich sehe in unserer Hilfe nach und hole auf Wunsch einen Menschen.`,
  messageLabel: "Ihre Nachricht",
  messageHint: "Nachricht schreiben …",
  send: "Senden",
  errorTitle: "Das hat nicht geklappt",
  errorNetwork: "Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
};

export const rest = late(() => import("../chat/de.ts"));
