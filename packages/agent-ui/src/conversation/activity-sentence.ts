import type { Activity } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";

export function activitySentence(activity: Activity): string {
  const words = text.conversation.activity;
  switch (activity.name) {
    case "handed_off":
    case "idle_warned":
    case "archived":
    case "reopened":
      return words[activity.name];
    case "closed":
      if (activity.by === "contact") return words.ended;
      return activity.agentName ? words.closedBy(activity.agentName) : words.closed;
    case "claimed":
    case "assigned":
    case "returned":
      return words[activity.name](activity.agentName);
    case "released":
      return activity.agentName ? words.releasedBy(activity.agentName) : words.released;
    case "transferred_to_agent":
      return words.transferred(activity.agentName);
    case "transferred_to_team":
      return words.transferred(activity.teamName);
    case "escalated":
      return words.escalated(activity.ticketNumber);
    case "ticket_status_changed":
      return words.ticketStatus(activity.ticketNumber, text.tickets.status[activity.status]);
  }
}
