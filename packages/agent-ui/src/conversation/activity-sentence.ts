import type { Activity } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";

export function activitySentence(activity: Activity): string {
  const words = text.conversation.activity;
  switch (activity.name) {
    case "handed_off":
    case "closed":
    case "reopened":
      return words[activity.name];
    case "claimed":
    case "assigned":
    case "returned":
      return words[activity.name](activity.agentName);
    case "released":
      return activity.agentName ? words.releasedBy(activity.agentName) : words.released;
    case "escalated":
      return words.escalated(activity.ticketNumber);
    case "ticket_status_changed":
      return words.ticketStatus(activity.ticketNumber, text.tickets.status[activity.status]);
  }
}
