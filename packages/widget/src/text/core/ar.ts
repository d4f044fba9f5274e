import { late } from "../../late.ts";
import type { CoreText } from "./en.ts";

export const text: CoreText = {
  widget: "الدعم",
  back: "رجوع",
  close: "إغلاق",
  retry: "إعادة المحاولة",
  loading: "جارٍ التحميل…",
  greeting: "مرحبًا 👋",
  tagline: "كيف يمكننا مساعدتك؟",
  startChat: "أرسل لنا رسالة",
  startChatHint: (botName) => `يجيب ${botName} فورًا، ويمكنك التحدث إلى شخص متى أردت`,
  botStatus: "يجيب فورًا",
  intro: (botName) => `مرحبًا، أنا ${botName}. اسأل بكلماتك: أبحث في مركز المساعدة، وأستدعي شخصًا إن أردت.`,
  messageLabel: "رسالتك",
  messageHint: "اكتب رسالة…",
  send: "إرسال",
  errorTitle: "لم ينجح ذلك",
  errorNetwork: "تعذّر الوصول إلى الخادم. تحقق من الاتصال وحاول مرة أخرى.",
};

export const rest = late(() => import("../chat/ar.ts"));
