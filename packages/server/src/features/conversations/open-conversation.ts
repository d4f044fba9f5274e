import type { Attributes, Handling } from "@deskbell/contract";
import type { Created } from "../../http/endpoint.ts";
import type { Tx } from "../../transact.ts";
import { holdContact } from "../contacts/index.ts";
import { updatePlacesJob } from "../queue/index.ts";
import { drainQueue } from "./drain-queue.ts";
import { type ConversationRow, findConversationByClientId } from "./queries.ts";
import { conversations } from "./tables.ts";

export interface NewConversation {
  contactId: string;
  channelId: string;
  clientId: string;
  handling: Extract<Handling, "bot" | "queue">;
  attributes?: Attributes;
}

/** An empty conversation, or the one that this `clientId` opened before. Two at once: the database lets one through. */
export async function openConversation(tx: Tx, input: NewConversation): Promise<Created<ConversationRow>> {
  await holdContact(tx, input.contactId);
  const [inserted] = await tx.db
    .insert(conversations)
    .values({
      workspaceId: tx.workspaceId,
      ...input,
      lastSeq: 0,
      contactReadSeq: 0,
      agentReadSeq: 0,
      queuedAt: input.handling === "queue" ? tx.now : null,
      humanRequestedAt: input.handling === "queue" ? tx.now : null,
      createdAt: tx.now,
      updatedAt: tx.now,
    })
    .onConflictDoNothing()
    .returning();
  if (inserted) {
    await tx.record("conversation.created", { conversationId: inserted.id, contactId: inserted.contactId });
    if (inserted.handling === "queue") await drainQueue(tx);
    if (input.handling === "queue") await tx.enqueue(updatePlacesJob, {});
    return { value: inserted, repeated: false };
  }
  const existing = await findConversationByClientId(tx, input.contactId, input.clientId);
  if (!existing) throw new Error("A conversation was neither inserted nor found");
  return { value: existing, repeated: true };
}
