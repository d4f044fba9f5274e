import type { AddNote, Note } from "@deskbell/contract";
import type { Context, TeamActor } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { lockConversation } from "../conversations/index.ts";
import { presentNote } from "./present.ts";
import { findNoteByClientId } from "./queries.ts";
import { notes } from "./tables.ts";

/** Writes for the team only, after the latest message. */
export function addNote(ctx: Context<TeamActor>, conversationId: string, input: AddNote): Promise<Created<Note>> {
  return transact(ctx, async (tx) => {
    const conversation = await lockConversation(tx, conversationId);
    const first = await findNoteByClientId(tx, conversationId, input.clientId);
    if (first) return { value: presentNote(first), repeated: true };
    const { actor } = tx;
    const [row] = await tx.db
      .insert(notes)
      .values({
        workspaceId: tx.workspaceId,
        conversationId,
        ...input,
        afterSeq: conversation.lastSeq,
        authorKind: actor.kind === "agent" ? "agent" : "bot",
        authorId: actor.kind === "agent" ? actor.agentId : null,
        authorName: actor.name,
        createdAt: tx.now,
      })
      .returning();
    if (!row) throw new Error("The database returned no row for an inserted note");
    const note = presentNote(row);
    await tx.record("note.created", { conversationId, ticketId: conversation.ticketId }, { noteId: row.id });
    tx.tell.team("note.created", note);
    return { value: note, repeated: false };
  });
}
