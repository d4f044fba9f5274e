import {
  answersInWords,
  answersOf,
  choicesOf,
  type FormResponseInput,
  type MessagePayload,
  type OfferInput,
  problemOf,
  type Reply,
  type ResponseInput,
} from "@deskbell/contract";
import { AppError } from "../../app-error.ts";
import type { Tx } from "../../transact.ts";
import { listPublishedArticles } from "../articles/index.ts";
import { findMessage, isFormAnswered } from "./queries.ts";

/** What a message is stored with. */
export interface Content {
  body: string;
  payload: MessagePayload | null;
}

interface SentContent {
  body: string;
  payload?: ResponseInput | OfferInput;
}

/** Checks structured content against what it speaks of. The caller holds the conversation's row. */
export function resolvePayload(
  tx: Tx,
  conversationId: string,
  { body, payload }: SentContent,
): Promise<Content> | Content {
  switch (payload?.type) {
    case "reply":
      return resolveReply(tx, conversationId, payload);
    case "form_response":
      return resolveForm(tx, conversationId, payload);
    case "articles":
      return resolveArticles(tx, body, payload.slugs);
    default:
      return { body, payload: payload ?? null };
  }
}

/** Says what was offered, in the words it was offered in. */
async function resolveReply(tx: Tx, conversationId: string, payload: Reply): Promise<Content> {
  const choices = choicesOf((await findMessage(tx, conversationId, payload.to))?.payload ?? null);
  if (choices.length === 0) throw new AppError("invalid_input", { "payload.to": "Offers nothing to choose from." });
  const choice = choices.find(({ value }) => value === payload.value);
  if (!choice) throw new AppError("invalid_input", { "payload.value": "Was not offered." });
  return { body: choice.text, payload };
}

async function resolveForm(tx: Tx, conversationId: string, { to, values }: FormResponseInput): Promise<Content> {
  const form = (await findMessage(tx, conversationId, to))?.payload;
  if (form?.type !== "form") throw new AppError("invalid_input", { "payload.to": "Is no form." });
  if (await isFormAnswered(tx, conversationId, to)) throw new AppError("already_answered");
  const wrong: Record<string, string> = {};
  for (const name of Object.keys(values))
    if (!form.fields.some((field) => field.name === name)) wrong[`payload.values.${name}`] = "Is not known here.";
  for (const field of form.fields) {
    const problem = problemOf(field, Object.hasOwn(values, field.name) ? values[field.name] : undefined);
    if (problem) wrong[`payload.values.${field.name}`] = sentences[problem];
  }
  if (Object.keys(wrong).length > 0) throw new AppError("invalid_input", wrong);
  const answers = answersOf(form, values);
  return { body: answersInWords(answers), payload: { type: "form_response", to, answers } };
}

const sentences = {
  required: "Must be filled in.",
  invalid: "Is not what this field takes.",
  too_long: "Is too long.",
};

/** The help centre's words, and nothing that a contact could not open. */
async function resolveArticles(tx: Tx, body: string, slugs: string[]): Promise<Content> {
  const found = new Map((await listPublishedArticles(tx, slugs)).map((article) => [article.slug, article]));
  const articles = slugs.map((slug, at) => {
    const article = found.get(slug);
    if (!article) throw new AppError("invalid_input", { [`payload.slugs.${at}`]: "Is no published article." });
    return { slug, title: article.title, excerpt: article.description };
  });
  return { body, payload: { type: "articles", articles } };
}
