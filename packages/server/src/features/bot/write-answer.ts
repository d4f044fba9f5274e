import { setTimeout as pause } from "node:timers/promises";
import type { ChatMessage, ChatModel, ChatUsage } from "../../ai/chat-model.ts";
import type { ChunkHit } from "../articles/index.ts";
import type { Answer } from "./quote-passage.ts";
import { readModelAnswer } from "./read-model-answer.ts";

/** Somebody else answers by now: nobody waits for this any more. */
export class SupersededError extends Error {}

export interface Writing {
  model: ChatModel;
  prompt: ChatMessage[];
  passages: readonly ChunkHit[];
  /** All of the answer so far. Throws {@link SupersededError} to stop it. */
  onDelta: (text: string) => Promise<void>;
}

export interface Written {
  /** `null`: the model found no answer in the passages. */
  answer: Answer | null;
  usage: ChatUsage | null;
}

const attempts = 2;
const timeoutMs = 45_000;
const pauseMs = 300;
/** As fast as eyes follow; each delta carries the whole text. */
const deltaEveryMs = 50;

/** Lets the model write, telling what it writes as it comes. Tries again a bounded number of times, then throws. */
export async function writeAnswer(writing: Writing, onRetry: (error: unknown) => void): Promise<Written> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writeOnce(writing);
    } catch (error) {
      if (error instanceof SupersededError || attempt >= attempts) throw error;
      onRetry(error);
      await pause(pauseMs);
    }
  }
}

async function writeOnce({ model, prompt, passages, onDelta }: Writing): Promise<Written> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutMs)]);
  const stream = model.stream(prompt, { signal });
  let text = "";
  let told = "";
  let toldAt = 0;
  try {
    for (;;) {
      const next = await stream.next();
      const read = readModelAnswer(text + (next.done ? "" : next.value), passages, next.done ?? false);
      if (next.done) return { answer: read.kind === "answer" ? read : null, usage: next.value };
      text += next.value;
      if (read.kind === "none") return { answer: null, usage: null };
      if (
        read.kind === "answer" &&
        read.body !== "" &&
        read.body !== told &&
        performance.now() - toldAt >= deltaEveryMs
      ) {
        await onDelta(read.body);
        told = read.body;
        toldAt = performance.now();
      }
    }
  } finally {
    stop.abort();
  }
}
