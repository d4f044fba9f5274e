import { typingSignalSchema, viewingSignalSchema } from "@deskbell/contract/schema";
import type { Signals } from "../../realtime/signals.ts";
import { transact } from "../../transact.ts";
import { getConversationView } from "./queries.ts";

/** Weather: told, never stored. */
export function conversationSignals(signals: Signals): void {
  signals.contact("typing", typingSignalSchema, async (ctx, { conversationId, typing }) => {
    const { contact } = await transact(ctx, (tx) => getConversationView(tx, conversationId));
    const author = { kind: "contact", id: contact.id, name: contact.name } as const;
    ctx.deps.telling.team(ctx.workspaceId, "typing", { conversationId, author, typing });
  });
  signals.team("typing", typingSignalSchema, async (ctx, { conversationId, typing }) => {
    if (ctx.actor.kind !== "agent") return;
    const { contact } = await transact(ctx, (tx) => getConversationView(tx, conversationId));
    const author = { kind: "agent", id: ctx.actor.agentId, name: ctx.actor.name } as const;
    ctx.deps.telling.contact(contact.id, "typing", { conversationId, author, typing });
    ctx.deps.telling.team(ctx.workspaceId, "typing", { conversationId, author, typing });
  });
  signals.team("viewing", viewingSignalSchema, async (ctx, { conversationId, arrives = false }) => {
    if (ctx.actor.kind !== "agent") return;
    if (conversationId) await transact(ctx, (tx) => getConversationView(tx, conversationId));
    const { agentId, name } = ctx.actor;
    ctx.deps.telling.team(ctx.workspaceId, "viewing", { agentId, agentName: name, conversationId, arrives });
  });
}
