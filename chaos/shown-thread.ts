import type { Conversation, ThreadState } from "@deskbell/sdk";
import type { TeamConversation } from "@deskbell/sdk/agent";
import type { ShownThread } from "./world.ts";

export function shownThread(
  { conversation, items }: ThreadState<Conversation> | ThreadState<TeamConversation>,
  side: "contact" | "team",
): ShownThread {
  const notes = items.flatMap((item) => (item.kind === "note" ? [item.note] : []));
  return {
    conversation,
    messages: items.flatMap((item) => (item.kind === "message" ? [item.message] : [])),
    notes: side === "team" ? notes : null,
    pending: items.flatMap((item) =>
      item.kind === "pending" ? [`"${item.body}" is ${item.state}: ${item.error?.message ?? "no error"}`] : [],
    ),
  };
}
