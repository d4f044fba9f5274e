import type { Locale } from "../locales.ts";

interface ErrorWords {
  notFound: string;
  domain: string;
  blocked: string;
  identity: string;
  limit: string;
  limitFor(seconds: number): string;
  automated: string;
  input: string;
  other: string;
  /** Of a message that goes out by itself after a while. */
  waits(seconds: number): string;
}

/** Why something was refused. */
export const errorWords: Record<Locale, ErrorWords> = {
  en: {
    notFound: "This does not exist any more.",
    domain: "This website may not use this chat.",
    blocked: "You cannot write to us here.",
    identity: "This chat is for people who are signed in. Sign in and try again.",
    limit: "Too many requests. Wait a moment and try again.",
    limitFor: (seconds) => `Too many requests. Please try again in ${seconds} s.`,
    automated: "This looked as if a program had filled it in. Please send it once more.",
    input: "Please check what you entered.",
    other: "Something went wrong on our side. Please try again.",
    waits: (seconds) => `A lot at once: sending goes on in about ${seconds} s.`,
  },
  de: {
    notFound: "Das gibt es nicht mehr.",
    domain: "Diese Website darf diesen Chat nicht verwenden.",
    blocked: "Sie können uns hier nicht schreiben.",
    identity: "Dieser Chat ist für angemeldete Personen da. Melden Sie sich an und versuchen Sie es noch einmal.",
    limit: "Zu viele Anfragen. Warten Sie einen Moment und versuchen Sie es noch einmal.",
    limitFor: (seconds) => `Zu viele Anfragen. Bitte versuchen Sie es in ${seconds} s noch einmal.`,
    automated: "Das sah aus, als hätte es ein Programm ausgefüllt. Bitte senden Sie es noch einmal.",
    input: "Bitte prüfen Sie Ihre Eingaben.",
    other: "Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.",
    waits: (seconds) => `Sehr viel auf einmal: In etwa ${seconds} s geht es weiter.`,
  },
  es: {
    notFound: "Esto ya no existe.",
    domain: "Este sitio web no puede usar este chat.",
    blocked: "No puede escribirnos aquí.",
    identity: "Este chat es para personas que han iniciado sesión. Inicie sesión y vuelva a intentarlo.",
    limit: "Demasiadas solicitudes. Espere un momento y vuelva a intentarlo.",
    limitFor: (seconds) => `Demasiadas solicitudes. Vuelva a intentarlo en ${seconds} s.`,
    automated: "Parecía que lo había rellenado un programa. Por favor, envíelo otra vez.",
    input: "Revise los datos introducidos.",
    other: "Algo ha fallado por nuestra parte. Vuelva a intentarlo.",
    waits: (seconds) => `Mucho a la vez: el envío sigue en unos ${seconds} s.`,
  },
  fr: {
    notFound: "Ceci n’existe plus.",
    domain: "Ce site ne peut pas utiliser ce chat.",
    blocked: "Vous ne pouvez pas nous écrire ici.",
    identity: "Ce chat est réservé aux personnes connectées. Connectez-vous et réessayez.",
    limit: "Trop de requêtes. Patientez un instant et réessayez.",
    limitFor: (seconds) => `Trop de requêtes. Réessayez dans ${seconds} s.`,
    automated: "On aurait dit qu’un programme avait rempli le formulaire. Veuillez l’envoyer encore une fois.",
    input: "Vérifiez votre saisie.",
    other: "Un problème est survenu de notre côté. Veuillez réessayer.",
    waits: (seconds) => `Beaucoup à la fois : l’envoi reprend dans ${seconds} s environ.`,
  },
  ar: {
    notFound: "لم يعد هذا موجودًا.",
    domain: "لا يُسمح لهذا الموقع باستخدام هذه المحادثة.",
    blocked: "لا يمكنك مراسلتنا من هنا.",
    identity: "هذه المحادثة مخصصة لمن سجّلوا الدخول. سجّل الدخول ثم حاول مرة أخرى.",
    limit: "طلبات كثيرة جدًا. انتظر لحظة وحاول مرة أخرى.",
    limitFor: (seconds) => `طلبات كثيرة جدًا. حاول مرة أخرى بعد ${seconds} ث.`,
    automated: "بدا أن برنامجًا ملأ هذا النموذج. يُرجى إرساله مرة أخرى.",
    input: "يرجى التحقق مما أدخلته.",
    other: "حدث خطأ من جانبنا. حاول مرة أخرى.",
    waits: (seconds) => `رسائل كثيرة دفعة واحدة: يُستأنف الإرسال بعد نحو ${seconds} ث.`,
  },
};
