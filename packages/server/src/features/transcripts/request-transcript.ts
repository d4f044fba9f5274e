import type { SendTranscript } from "@deskbell/contract";
import { AppError, allow } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { newId } from "../../ids.ts";
import { isMailAddress } from "../../mail/mail-address.ts";
import { transact } from "../../transact.ts";
import { getConversationView } from "../conversations/index.ts";
import { sendTranscriptJob } from "./jobs.ts";
import type { TranscriptRow } from "./present.ts";
import { findTranscriptByClientId } from "./queries.ts";
import { transcripts } from "./tables.ts";

/**
 * Has a conversation sent by e-mail; the same `clientId` again sends nothing more. `mayReach` is asked before somebody's mailbox is written
 * to, and throws when that was too often of late.
 */
export async function requestTranscript(
  ctx: Context,
  conversationId: string,
  { clientId = newId(), email, locale, timeZone }: SendTranscript,
  mayReach: (email: string) => Promise<void>,
): Promise<Created<TranscriptRow>> {
  const found = await transact(ctx, async (tx) => {
    const { contact } = await getConversationView(tx, conversationId);
    allow(ctx.deps.mailer !== null, "mail_off");
    const to = email ?? contact.email;
    if (!to || !isMailAddress(to)) throw new AppError("email_unknown");
    return { to, contactId: contact.id, first: await findTranscriptByClientId(tx, conversationId, clientId) };
  });
  if (found.first) return repeat(found.first, found.to);
  await mayReach(found.to);
  return transact(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(transcripts)
      .values({
        workspaceId: tx.workspaceId,
        conversationId,
        clientId,
        email: found.to,
        locale: locale ?? null,
        timeZone: timeZone ?? null,
        state: "waiting",
        createdAt: tx.now,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) return repeat(await findTranscriptByClientId(tx, conversationId, clientId), found.to);
    await tx.record("transcript.requested", { conversationId, contactId: found.contactId }, { transcriptId: row.id });
    await tx.enqueue(sendTranscriptJob, { transcriptId: row.id });
    return { value: row, repeated: false };
  });
}

function repeat(first: TranscriptRow | null, to: string): Created<TranscriptRow> {
  if (!first) throw new Error("A transcript was there and is gone");
  allow(first.email === to, "client_id_reused");
  return { value: first, repeated: true };
}
