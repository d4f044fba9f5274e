import type { Transcript } from "@deskbell/contract";
import type { transcripts } from "./tables.ts";

export type TranscriptRow = typeof transcripts.$inferSelect;

export const presentTranscript = ({ id, conversationId, email, createdAt }: TranscriptRow): Transcript => ({
  id,
  conversationId,
  email,
  createdAt: createdAt.toISOString(),
});
