import { late } from "../../late.ts";
import type { CoreText } from "./en.ts";

export const text: CoreText = {
  widget: "Soporte",
  back: "Atrás",
  close: "Cerrar",
  retry: "Reintentar",
  loading: "Cargando…",
  greeting: "Hola 👋",
  tagline: "¿Cómo podemos ayudar?",
  startChat: "Envíenos un mensaje",
  startChatHint: (botName) => `${botName} responde al instante; una persona, cuando quiera`,
  botStatus: "Responde al instante",
  intro: (botName) =>
    `Hola, soy ${botName}. Pregunte con sus propias palabras: busco en nuestro centro de ayuda y, si quiere, aviso a una persona.`,
  messageLabel: "Su mensaje",
  messageHint: "Escriba un mensaje…",
  send: "Enviar",
  errorTitle: "No ha funcionado",
  errorNetwork: "No se puede contactar con el servidor. Compruebe la conexión y vuelva a intentarlo.",
};

export const rest = late(() => import("../chat/es.ts"));
