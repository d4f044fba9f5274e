import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { type ChunkHit, searchChunks } from "../articles/index.ts";

/**
 * How much of a question, by weight of its words, must stand in a passage before the bot speaks from it.
 * `quoting`: nobody reads the passage before the contact does. Of 32 questions about other things than the imported help
 * center one passed, of 50 real ones about it 43. On CLINC150 (articles of all training questions) it refuses 88 % of what is
 * out of scope and 28 % of what is not.
 * `writing`: the model reads the passages and says when they hold no answer.
 */
export const minConfidence = { quoting: 0.6, writing: 0.35 } as const;

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
export async function findPassages(
  ctx: Context,
  question: string,
  locale: string | null,
  least: number,
): Promise<Passages> {
  const hits = await transact(ctx, (tx) => searchChunks(tx, { question, locale, limit: 12 }));
  const confidence = Math.max(0, ...hits.slice(0, 3).map((hit) => hit.coverage));
  const fitting = hits.filter((hit) => hit.coverage >= least);
  const best = fitting[0]?.score ?? 0;
  return { passages: fitting.filter((hit) => hit.score >= best * minShare).slice(0, maxPassages), confidence };
}
