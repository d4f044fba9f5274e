import { and, eq } from "drizzle-orm";
import type { Tx } from "../../transact.ts";
import { channels } from "../channels/tables.ts";
import { contacts } from "../contacts/tables.ts";
import { conversations } from "../conversations/tables.ts";
import type { TranscriptRow } from "./present.ts";
import { transcripts } from "./tables.ts";

export async function findTranscriptByClientId(
  tx: Tx,
  conversationId: string,
  clientId: string,
): Promise<TranscriptRow | null> {
  const [row] = await tx.db
    .select()
    .from(transcripts)
    .where(and(eq(transcripts.conversationId, conversationId), eq(transcripts.clientId, clientId)));
  return row ?? null;
}

/** With whom it is about, and where they wrote. */
export async function findTranscriptView(tx: Tx, id: string) {
  const [row] = await tx.db
    .select({
      transcript: transcripts,
      contact: { id: contacts.id, verified: contacts.verified },
      channel: { name: channels.name, settings: channels.settings },
    })
    .from(transcripts)
    .innerJoin(conversations, eq(conversations.id, transcripts.conversationId))
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .innerJoin(channels, eq(channels.id, conversations.channelId))
    .where(eq(transcripts.id, id));
  return row ?? null;
}
