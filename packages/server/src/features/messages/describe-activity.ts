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
    case "closed":
      return "The conversation was closed.";
    case "reopened":
      return "The conversation was reopened.";
    case "escalated":
      return `Ticket #${activity.ticketNumber} was created.`;
    case "ticket_status_changed":
      return `Ticket #${activity.ticketNumber} is now ${activity.status.replaceAll("_", " ")}.`;
  }
}
