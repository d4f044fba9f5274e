import type { Activity, Conversation, Message } from "@deskbell/sdk";
import { durationOf } from "./dates.ts";
import type { Locale } from "./locales.ts";
import type { Text } from "./text/load-text.ts";

/** What happened, in the contact's language. */
export function activityText(text: Text, locale: Locale, activity: Activity): string {
  switch (activity.name) {
    case "handed_off":
      return text.activityHandedOff;
    case "claimed":
    case "assigned":
      return text.activityJoined(activity.agentName);
    case "released":
    case "returned":
      return text.activityReleased;
    case "transferred_to_agent":
    case "transferred_to_team":
      return text.activityTransferred("agentName" in activity ? activity.agentName : activity.teamName);
    case "closed":
      if (activity.by === "contact") return text.activityEnded;
      return activity.agentName ? text.activityClosedBy(activity.agentName) : text.activityClosed;
    case "idle_warned":
      return text.activityIdle(durationOf(locale, activity.closesAfterMinutes));
    case "archived":
      return text.activityArchived;
    case "reopened":
      return text.activityReopened;
    case "escalated":
      return text.activityEscalated(activity.ticketNumber);
    case "ticket_status_changed":
      return text.activityStatus(activity.ticketNumber, text.status[activity.status]);
  }
}

/** One line about the newest message, for lists: without the marks of Markdown. */
export function previewText(text: Text, locale: Locale, message: Message | null): string {
  if (!message) return "";
  if (message.payload?.type === "activity") return activityText(text, locale, message.payload.activity);
  if (message.deletedAt) return text.deleted;
  const plain = (message.body || message.attachments.map(({ name }) => name).join(", "))
    .replace(/[*_`~>#]+|\[\d+\]/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  return (message.author.kind === "contact" ? `${text.you}: ` : "") + plain;
}

/** Whom the contact talks with. */
export function partnerName(text: Text, botName: string, conversation: Conversation | null): string {
  if (conversation?.assignee) return conversation.assignee.name;
  return conversation && conversation.handling !== "bot" ? text.team : botName;
}
