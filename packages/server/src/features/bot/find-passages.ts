import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { type ChunkHit, searchChunks } from "../articles/index.ts";

/**
 * How much of a question, by weight of its words, must stand in a passage before the bot speaks from it. Of 41 real questions
 * about the imported help centre all but two are above it, of 15 about anything else none (the highest at 0.47). On CLINC150's
 * articles made of all training questions it refuses 83 % of what is out of scope and 19 % of what is not.
 */
const minConfidence = 0.5;

export interface Passages {
  /** Best first; empty when nothing fits. */
  passages: ChunkHit[];
  /** Of the best passage there is, whether it fits or not. */
  confidence: number;
}

const maxPassages = 6;
/** Of the best passage's score: what is far behind it is about something else. */
const minShare = 0.5;

/** What the bot may speak from. */
export async function findPassages(ctx: Context, question: string, locale: string | null): Promise<Passages> {
  const hits = await transact(ctx, (tx) => searchChunks(tx, { question, locale, limit: 12 }));
  const confidence = Math.max(0, ...hits.slice(0, 3).map((hit) => hit.coverage));
  const fitting = hits.filter((hit) => hit.coverage >= minConfidence);
  const best = fitting[0]?.score ?? 0;
  return { passages: fitting.filter((hit) => hit.score >= best * minShare).slice(0, maxPassages), confidence };
}
