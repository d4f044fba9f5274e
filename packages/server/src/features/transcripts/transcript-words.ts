import type { TicketStatus } from "@deskbell/contract";
import type { Language } from "../bot/index.ts";

/** What a transcript says beside what people wrote. Most is said as the widget says it: `scripts/transcript-words.test.ts` compares. */
export interface TranscriptWords {
  /** Its subject, and what stands above. */
  title(channel: string): string;
  /** Below: why it came. */
  why(channel: string): string;
  earlier: string;
  attached(name: string): string;
  you: string;
  team: string;
  deleted: string;
  activityHandedOff: string;
  activityJoined(name: string): string;
  activityReleased: string;
  activityTransferred(name: string): string;
  activityClosed: string;
  activityClosedBy(name: string): string;
  activityEnded: string;
  activityIdle(minutes: number): string;
  activityArchived: string;
  activityReopened: string;
  activityEscalated(number: number): string;
  activityStatus(number: number, status: string): string;
  status: Record<TicketStatus, string>;
}

export const transcriptWords: Record<Language, TranscriptWords> = {
  en: {
    title: (channel) => `Your conversation with ${channel}`,
    why: (channel) =>
      `You get this because somebody asked for it in the chat of ${channel}. If that was not you, there is nothing that you need to do.`,
    earlier: "Earlier messages are not included.",
    attached: (name) => `[File: ${name}]`,
    you: "You",
    team: "Support team",
    deleted: "This message was deleted",
    activityHandedOff: "You asked for a person",
    activityJoined: (name) => `${name} joined the conversation`,
    activityReleased: "Back in the queue: somebody else will join",
    activityTransferred: (name) => `You were transferred to ${name}`,
    activityClosed: "The conversation was closed",
    activityClosedBy: (name) => `${name} closed the conversation`,
    activityEnded: "You ended the conversation",
    activityIdle: (minutes) =>
      `Are you still there? Without an answer, this conversation closes in ${durationOf("en", minutes)}.`,
    activityArchived: "The conversation was closed because it was quiet",
    activityReopened: "The conversation was reopened",
    activityEscalated: (number) => `This is now ticket #${number}`,
    activityStatus: (number, status) => `Ticket #${number}: ${status}`,
    status: {
      open: "Open",
      in_progress: "In progress",
      pending_contact: "Waiting for you",
      on_hold: "On hold",
      resolved: "Resolved",
      closed: "Closed",
      cancelled: "Cancelled",
    },
  },
  de: {
    title: (channel) => `Ihr Gespräch mit ${channel}`,
    why: (channel) =>
      `Sie erhalten diese E-Mail, weil jemand im Chat von ${channel} darum gebeten hat. Wenn Sie das nicht waren, brauchen Sie nichts zu tun.`,
    earlier: "Frühere Nachrichten sind nicht enthalten.",
    attached: (name) => `[Datei: ${name}]`,
    you: "Sie",
    team: "Support-Team",
    deleted: "Diese Nachricht wurde gelöscht",
    activityHandedOff: "Sie haben um einen Menschen gebeten",
    activityJoined: (name) => `${name} ist jetzt dabei`,
    activityReleased: "Zurück in der Warteschlange: Jemand anderes übernimmt",
    activityTransferred: (name) => `Sie wurden an ${name} weitergeleitet`,
    activityClosed: "Das Gespräch wurde beendet",
    activityClosedBy: (name) => `${name} hat das Gespräch beendet`,
    activityEnded: "Sie haben das Gespräch beendet",
    activityIdle: (minutes) => `Sind Sie noch da? Ohne Antwort endet dieses Gespräch in ${durationOf("de", minutes)}.`,
    activityArchived: "Das Gespräch wurde beendet, weil es still geworden war",
    activityReopened: "Das Gespräch wurde wieder geöffnet",
    activityEscalated: (number) => `Daraus wurde Ticket #${number}`,
    activityStatus: (number, status) => `Ticket #${number}: ${status}`,
    status: {
      open: "Offen",
      in_progress: "In Arbeit",
      pending_contact: "Wartet auf Sie",
      on_hold: "Zurückgestellt",
      resolved: "Gelöst",
      closed: "Geschlossen",
      cancelled: "Abgebrochen",
    },
  },
  es: {
    title: (channel) => `Su conversación con ${channel}`,
    why: (channel) =>
      `Recibe este correo porque alguien lo ha pedido en el chat de ${channel}. Si no ha sido usted, no tiene que hacer nada.`,
    earlier: "Los mensajes anteriores no se incluyen.",
    attached: (name) => `[Archivo: ${name}]`,
    you: "Usted",
    team: "Equipo de soporte",
    deleted: "Este mensaje se eliminó",
    activityHandedOff: "Ha pedido hablar con una persona",
    activityJoined: (name) => `${name} se ha unido a la conversación`,
    activityReleased: "De vuelta en la cola: otra persona se unirá",
    activityTransferred: (name) => `Su conversación ha pasado a ${name}`,
    activityClosed: "La conversación se ha cerrado",
    activityClosedBy: (name) => `${name} ha cerrado la conversación`,
    activityEnded: "Usted ha terminado la conversación",
    activityIdle: (minutes) =>
      `¿Sigue ahí? Sin respuesta, esta conversación se cerrará en ${durationOf("es", minutes)}.`,
    activityArchived: "La conversación se cerró por falta de actividad",
    activityReopened: "La conversación se ha reabierto",
    activityEscalated: (number) => `Ahora es el ticket n.º ${number}`,
    activityStatus: (number, status) => `Ticket n.º ${number}: ${status}`,
    status: {
      open: "Abierto",
      in_progress: "En curso",
      pending_contact: "Esperando su respuesta",
      on_hold: "En espera",
      resolved: "Resuelto",
      closed: "Cerrado",
      cancelled: "Cancelado",
    },
  },
  fr: {
    title: (channel) => `Votre conversation avec ${channel}`,
    why: (channel) =>
      `Vous recevez cet e-mail parce que quelqu’un l’a demandé dans le chat de ${channel}. Si ce n’était pas vous, vous n’avez rien à faire.`,
    earlier: "Les messages antérieurs ne sont pas inclus.",
    attached: (name) => `[Fichier : ${name}]`,
    you: "Vous",
    team: "Équipe d’assistance",
    deleted: "Ce message a été supprimé",
    activityHandedOff: "Vous avez demandé une personne",
    activityJoined: (name) => `${name} a rejoint la conversation`,
    activityReleased: "De retour dans la file : une autre personne va vous rejoindre",
    activityTransferred: (name) => `Vous avez été transféré à ${name}`,
    activityClosed: "La conversation a été terminée",
    activityClosedBy: (name) => `${name} a terminé la conversation`,
    activityEnded: "Vous avez terminé la conversation",
    activityIdle: (minutes) =>
      `Êtes-vous toujours là ? Sans réponse, cette conversation se fermera dans ${durationOf("fr", minutes)}.`,
    activityArchived: "La conversation a été fermée faute d’activité",
    activityReopened: "La conversation a été rouverte",
    activityEscalated: (number) => `C’est maintenant le ticket nº ${number}`,
    activityStatus: (number, status) => `Ticket nº ${number} : ${status}`,
    status: {
      open: "Ouvert",
      in_progress: "En cours",
      pending_contact: "En attente de vous",
      on_hold: "En suspens",
      resolved: "Résolu",
      closed: "Fermé",
      cancelled: "Annulé",
    },
  },
  ar: {
    title: (channel) => `محادثتك مع ${channel}`,
    why: (channel) =>
      `وصلتك هذه الرسالة لأن شخصًا طلبها في محادثة ${channel}. إن لم تكن أنت من طلبها فلا يلزمك فعل أي شيء.`,
    earlier: "الرسائل الأقدم غير مضمّنة.",
    attached: (name) => `[ملف: ${name}]`,
    you: "أنت",
    team: "فريق الدعم",
    deleted: "حُذفت هذه الرسالة",
    activityHandedOff: "طلبت التحدث إلى شخص",
    activityJoined: (name) => `انضم ${name} إلى المحادثة`,
    activityReleased: "عادت المحادثة إلى الانتظار: سينضم شخص آخر",
    activityTransferred: (name) => `نُقلت محادثتك إلى ${name}`,
    activityClosed: "أُغلقت المحادثة",
    activityClosedBy: (name) => `أغلق ${name} المحادثة`,
    activityEnded: "لقد أنهيت المحادثة",
    activityIdle: (minutes) => `هل ما زلت هنا؟ ستُغلق هذه المحادثة خلال ${durationOf("ar", minutes)} إن لم يصلنا رد.`,
    activityArchived: "أُغلقت المحادثة لعدم وجود نشاط",
    activityReopened: "أُعيد فتح المحادثة",
    activityEscalated: (number) => `أصبحت هذه التذكرة رقم ${number}`,
    activityStatus: (number, status) => `التذكرة رقم ${number}: ${status}`,
    status: {
      open: "مفتوحة",
      in_progress: "قيد العمل",
      pending_contact: "بانتظار ردّك",
      on_hold: "معلّقة",
      resolved: "حُلّت",
      closed: "مغلقة",
      cancelled: "ملغاة",
    },
  },
};

/** `5 minutes`, `2 hours`, `1 day`. */
function durationOf(locale: Language, minutes: number): string {
  const [value, unit] =
    minutes % 1440 === 0 ? [minutes / 1440, "day"] : minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}
