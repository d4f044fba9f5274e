import type { Activity } from "@deskbell/contract";
import type { TranscriptWords } from "./transcript-words.ts";

/** What happened, as the widget says it. */
export function activityWords(words: TranscriptWords, activity: Activity): string {
  switch (activity.name) {
    case "handed_off":
      return words.activityHandedOff;
    case "claimed":
    case "assigned":
      return words.activityJoined(activity.agentName);
    case "released":
    case "returned":
      return words.activityReleased;
    case "transferred_to_agent":
      return words.activityTransferred(activity.agentName);
    case "transferred_to_team":
      return words.activityTransferred(activity.teamName);
    case "closed":
      if (activity.by === "contact") return words.activityEnded;
      return activity.agentName ? words.activityClosedBy(activity.agentName) : words.activityClosed;
    case "idle_warned":
      return words.activityIdle(activity.closesAfterMinutes);
    case "archived":
      return words.activityArchived;
    case "reopened":
      return words.activityReopened;
    case "escalated":
      return words.activityEscalated(activity.ticketNumber);
    case "ticket_status_changed":
      return words.activityStatus(activity.ticketNumber, words.status[activity.status]);
  }
}
