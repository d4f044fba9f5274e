import type { Activity } from "@deskbell/contract";

/** An activity in English, for whoever reads messages without the payload. */
export function describeActivity(activity: Activity): string {
  switch (activity.name) {
    case "handed_off":
      return "A person was asked for.";
    case "claimed":
      return `${activity.agentName} joined the conversation.`;
    case "assigned":
      return `The conversation was given to ${activity.agentName}.`;
    case "released":
      return "The conversation went back to the queue.";
    case "returned":
      return `${activity.agentName} is away: the conversation went back to the queue.`;
    case "transferred_to_agent":
      return `The conversation was transferred to ${activity.agentName}.`;
    case "transferred_to_team":
      return `The conversation was transferred to ${activity.teamName}.`;
    case "closed":
      if (activity.by === "contact") return "The contact ended the conversation.";
      return activity.agentName ? `${activity.agentName} closed the conversation.` : "The conversation was closed.";
    case "idle_warned":
      return `The conversation will be archived after ${activity.closesAfterMinutes} more minutes without an answer.`;
    case "archived":
      return "The conversation was archived, because there was no answer.";
    case "reopened":
      return "The conversation was reopened.";
    case "escalated":
      return `Ticket #${activity.ticketNumber} was created.`;
    case "ticket_status_changed":
      return `Ticket #${activity.ticketNumber} is now ${activity.status.replaceAll("_", " ")}.`;
  }
}
