import { late } from "../../late.ts";
import type { CoreText } from "./en.ts";

export const text: CoreText = {
  widget: "Assistance",
  back: "Retour",
  close: "Fermer",
  retry: "Réessayer",
  loading: "Chargement…",
  greeting: "Bonjour 👋",
  tagline: "Comment pouvons-nous vous aider ?",
  startChat: "Envoyez-nous un message",
  startChatHint: (botName) => `${botName} répond tout de suite, une personne si vous le souhaitez`,
  botStatus: "Répond tout de suite",
  intro: (botName) =>
    `Bonjour, je suis ${botName}. Posez votre question avec vos mots : je cherche dans notre centre d’aide et j’appelle une personne si vous le souhaitez.`,
  messageLabel: "Votre message",
  messageHint: "Écrivez un message…",
  send: "Envoyer",
  errorTitle: "Cela n’a pas fonctionné",
  errorNetwork: "Le serveur est injoignable. Vérifiez la connexion et réessayez.",
};

export const rest = late(() => import("../chat/fr.ts"));
