import type { ConversationView, TeamConversation } from "@deskbell/sdk/agent";

/** The server's rule, to keep lists right between two fetches. */
export function belongsToView(
  conversation: TeamConversation,
  view: ConversationView,
  agentId: string,
  team: string | null = null,
): boolean {
  if (team && (conversation.team?.id ?? "none") !== team) return false;
  const closed = conversation.handling === "closed";
  switch (view) {
    case "queue":
      return conversation.handling === "queue";
    case "mine":
      return !closed && conversation.assignee?.id === agentId;
    case "all":
      return !closed;
    case "closed":
      return closed;
  }
}

/** The queue is served first come, first served; everything else shows the latest first. */
export function sortForView(conversations: TeamConversation[], view: ConversationView): TeamConversation[] {
  return conversations.toSorted(view === "queue" ? byWaiting : byUpdate);
}

/** Something was said that nobody of the team has read. What the bot handles needs no reader. */
export function isUnread(conversation: TeamConversation): boolean {
  return conversation.handling !== "bot" && conversation.lastSeq > conversation.agentReadSeq;
}

function byWaiting(a: TeamConversation, b: TeamConversation): number {
  return compare(a.queuedAt ?? a.createdAt, b.queuedAt ?? b.createdAt) || compare(a.id, b.id);
}

function byUpdate(a: TeamConversation, b: TeamConversation): number {
  return compare(b.updatedAt, a.updatedAt) || compare(b.id, a.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
