import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { sendMail } from "../../mail/send-mail.ts";
import { transact } from "../../transact.ts";
import { listMessageRows } from "../messages/index.ts";
import { findTranscriptView } from "./queries.ts";
import { transcripts } from "./tables.ts";
import { mostMessages, writeTranscript } from "./write-transcript.ts";

/** Sends what stands in the conversation now. A second run finds it sent. Throws while the mail server cannot say. */
export async function sendTranscript(ctx: Context, transcriptId: string): Promise<void> {
  const { deps } = ctx;
  const found = await transact(ctx, async (tx) => {
    const view = await findTranscriptView(tx, transcriptId);
    if (view?.transcript.state !== "waiting") return null;
    const { data, nextCursor } = await listMessageRows(tx, view.transcript.conversationId, { limit: mostMessages });
    return { ...view, messages: data, isWhole: nextCursor === null };
  });
  if (!found) return;
  const { transcript, contact } = found;
  const reason = await sendMail(deps, await writeTranscript(found), transcript.createdAt);
  const subject = { conversationId: transcript.conversationId, contactId: contact.id };
  const wasEnded = await transact(ctx, async (tx) => {
    const [row] = await tx.db
      .update(transcripts)
      .set({ state: reason === null ? "sent" : "refused", reason, endedAt: tx.now })
      .where(and(eq(transcripts.id, transcriptId), eq(transcripts.state, "waiting")))
      .returning({ id: transcripts.id });
    if (!row) return true;
    const fact = { transcriptId, ...(reason !== null && { reason }) };
    await tx.record(reason === null ? "transcript.sent" : "transcript.refused", subject, fact);
    return false;
  });
  if (wasEnded) return;
  const about = { transcriptId, ...subject };
  if (reason === null) deps.log.info(about, "transcript sent");
  else deps.log.error({ ...about, reason }, "transcript refused");
}
