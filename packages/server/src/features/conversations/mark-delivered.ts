import type { DeliveredConversations } from "@deskbell/contract";
import { and, inArray, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { rowsOf } from "../../db/database.ts";
import { transact } from "../../transact.ts";
import { visibleTo } from "./queries.ts";
import { conversations } from "./tables.ts";

interface Marked {
  id: string;
  contactId: string;
  seq: number;
}

const greatestSeq = 2_147_483_647;

/** Everything up to `seq` has arrived at this side. Never goes back, and never beyond what there is; one statement for all. */
export function markDelivered(ctx: Context, given: DeliveredConversations["conversations"]): Promise<void> {
  return transact(ctx, async (tx) => {
    const receiver = tx.actor.kind === "contact" ? "contact" : "team";
    const column = sql.identifier(receiver === "contact" ? "contact_delivered_seq" : "agent_delivered_seq");
    const ids = given.map(({ id }) => id);
    const list = JSON.stringify(given.map(({ id, seq }) => ({ id, seq: Math.min(seq, greatestSeq) })));
    // Locked by id, so that two of these never wait for each other.
    const marked = await rowsOf<Marked>(
      tx.db,
      sql`with given as (
          select id, max(seq) as seq from jsonb_to_recordset(${list}::text::jsonb) as g(id uuid, seq int) group by id
        ), held as (
          select ${conversations.id}, least(given.seq, ${conversations.lastSeq}) as seq
          from ${conversations} join given on given.id = ${conversations.id}
          where ${and(visibleTo(tx), sql`conversations.${column} < least(given.seq, ${conversations.lastSeq})`)}
          order by ${conversations.id} for update of conversations
        )
        update conversations set ${column} = held.seq from held where conversations.id = held.id and conversations.${column} < held.seq
        returning conversations.id, conversations.contact_id as "contactId", held.seq`,
    );
    if (marked.length === 0) {
      const [seen] = await tx.db
        .select({ id: conversations.id })
        .from(conversations)
        .where(and(inArray(conversations.id, ids), visibleTo(tx)))
        .limit(1);
      if (!seen) throw new AppError("not_found");
    }
    for (const { id, contactId, seq } of marked) {
      const delivered = { conversationId: id, receiver, seq } as const;
      tx.tell.contact(contactId, "delivered", delivered);
      tx.tell.team("delivered", delivered);
    }
  });
}
