import type { MessagePayload } from "@deskbell/contract";
import type { ChatModel, ChatUsage } from "../../ai/chat-model.ts";
import type { Actor, Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { handOff, lockConversation } from "../conversations/index.ts";
import { appendMessage } from "../messages/index.ts";
import { asksForPerson } from "./asks-for-person.ts";
import { findPassages, minConfidence, type Passages } from "./find-passages.ts";
import { groundedPrompt } from "./grounded-prompt.ts";
import { guessLanguage, type Language } from "./language.ts";
import { findTurn, hasNewerTurn, type Turn } from "./queries.ts";
import { type Answer, quotePassage } from "./quote-passage.ts";
import { sentences } from "./sentences.ts";
import { smallTalk } from "./small-talk.ts";
import { botInteractions, type outcomes } from "./tables.ts";
import { SupersededError, writeAnswer } from "./write-answer.ts";

interface Reply {
  outcome: (typeof outcomes)[number];
  body: string;
  payload: Extract<MessagePayload, { type: "answer" }> | null;
  confidence: number;
  model: string | null;
  usage: ChatUsage | null;
}

/** The bot's turn: answers the newest message of a contact, hands over, or says that it does not know. */
export async function answerContact(jobCtx: Context, messageId: string): Promise<void> {
  const started = performance.now();
  const ctx: Context<Extract<Actor, { kind: "bot" }>> = { ...jobCtx, actor: { kind: "bot" } };
  const found = await transact(ctx, (tx) => findTurn(tx, messageId));
  if (!found) return;
  const turn = { ...found, question: questionOf(found) };
  if (turn.unanswered.some(asksForPerson)) return handOver(ctx, turn, started);
  try {
    const reply = await replyTo(ctx, turn);
    await transact(ctx, (tx) => writeReply(tx, turn, reply, started));
  } catch (error) {
    if (!(error instanceof SupersededError)) throw error;
    tellDelta(ctx, turn, "");
  }
}

/** A "thanks" right behind a question does not take the question away. */
const questionOf = ({ unanswered, question }: Turn): string =>
  unanswered.findLast((text) => !smallTalk(text)) ?? question;

async function replyTo(ctx: Context, turn: Turn): Promise<Reply> {
  const language = guessLanguage(turn.question, turn.locale);
  const talk = smallTalk(turn.question);
  if (talk) return { ...silent, outcome: "greeted", body: sentences[language][talk], payload: null, confidence: 1 };
  const found = await passagesFor(ctx, turn, language);
  if (found.passages.length === 0) return refusal(language, found.confidence);
  const { model } = ctx.deps;
  return (model && (await writtenReply(ctx, model, turn, found, language))) ?? quotedReply(turn, found, language);
}

function quotedReply(turn: Turn, { passages, confidence }: Passages, language: Language): Reply {
  const fitting = passages.filter((passage) => passage.coverage >= minConfidence.quoting);
  const quoted = quotePassage(fitting, turn.question, language);
  return quoted ? { ...silent, ...answered(quoted), confidence } : refusal(language, confidence);
}

/** The newest words by themselves; where they find nothing, with those that came just before them. */
async function passagesFor(ctx: Context, turn: Turn, language: Language): Promise<Passages> {
  const least = ctx.deps.model ? minConfidence.writing : minConfidence.quoting;
  const found = await findPassages(ctx, turn.question, language, least);
  if (found.passages.length > 0 || turn.unanswered.length < 2) return found;
  return findPassages(ctx, turn.unanswered.join("\n"), language, least);
}

/** `null`: the model cannot be reached or does not keep to its sources. */
async function writtenReply(
  ctx: Context,
  model: ChatModel,
  turn: Turn,
  { passages, confidence }: Passages,
  language: Language,
): Promise<Reply | null> {
  const { log } = ctx.deps;
  try {
    const { answer, usage } = await writeAnswer(
      {
        model,
        prompt: groundedPrompt(passages, turn.history, turn.question),
        passages,
        onDelta: async (text) => {
          if (await transact(ctx, (tx) => hasNewerTurn(tx, turn))) throw new SupersededError();
          tellDelta(ctx, turn, text);
        },
      },
      (error) => log.warn({ err: error, messageId: turn.messageId }, "the model failed, trying again"),
    );
    const reply = answer ? { ...silent, ...answered(answer), confidence } : refusal(language, confidence);
    return { ...reply, model: model.name, usage };
  } catch (error) {
    if (error instanceof SupersededError) throw error;
    log.error({ err: error, messageId: turn.messageId }, "the model failed, quoting instead");
    return null;
  }
}

const silent = { model: null, usage: null } as const;

const answered = ({ body, citations }: Answer): Pick<Reply, "outcome" | "body" | "payload"> => ({
  outcome: "answered",
  body,
  payload: { type: "answer", citations, offersHandoff: true },
});

const refusal = (language: Language, confidence: number): Reply => ({
  ...silent,
  outcome: "refused",
  body: sentences[language].noAnswer,
  payload: { type: "answer", citations: [], offersHandoff: true },
  confidence,
});

/** Under the conversation's lock: whoever was asked for, or wrote, in the meantime has the word. */
async function writeReply(tx: Tx, turn: Turn, reply: Reply, started: number): Promise<void> {
  await lockConversation(tx, turn.conversationId);
  if (await hasNewerTurn(tx, turn)) throw new SupersededError();
  const { body, payload } = reply;
  await appendMessage(
    tx,
    { id: turn.conversationId, contactId: turn.contactId },
    { author: { kind: "bot", id: null, name: turn.botName }, body, ...(payload && { payload }) },
  );
  await logInteraction(tx, turn, reply, started);
}

function handOver(ctx: Context, turn: Turn, started: number): Promise<void> {
  return transact(ctx, async (tx) => {
    await lockConversation(tx, turn.conversationId);
    // Taken back in the meantime, or others have heard it.
    if (await hasNewerTurn(tx, turn)) return;
    await handOff(tx, turn.conversationId);
    await logInteraction(
      tx,
      turn,
      { ...silent, outcome: "handed_off", body: null, payload: null, confidence: 1 },
      started,
    );
  });
}

async function logInteraction(
  tx: Tx,
  turn: Turn,
  reply: Omit<Reply, "body"> & { body: string | null },
  started: number,
): Promise<void> {
  await tx.db.insert(botInteractions).values({
    workspaceId: tx.workspaceId,
    conversationId: turn.conversationId,
    messageId: turn.messageId,
    outcome: reply.outcome,
    model: reply.model,
    question: turn.question,
    answer: reply.body,
    citations: reply.payload?.citations ?? [],
    confidence: reply.confidence,
    latencyMs: Math.round(performance.now() - started),
    inputTokens: reply.usage?.inputTokens ?? null,
    outputTokens: reply.usage?.outputTokens ?? null,
    createdAt: tx.now,
  });
}

function tellDelta({ deps, workspaceId }: Context, { conversationId, contactId }: Turn, text: string): void {
  deps.telling.contact(contactId, "bot.delta", { conversationId, text });
  deps.telling.team(workspaceId, "bot.delta", { conversationId, text });
}
