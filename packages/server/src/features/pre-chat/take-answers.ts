import type { Attributes, FormValue, PreChatAnswers, PreChatField } from "@deskbell/contract";
import { AppError } from "../../app-error.ts";
import type { ContactActor } from "../../context.ts";
import type { Tx } from "../../transact.ts";
import { readAnswers } from "../channels/index.ts";
import { changeContact } from "../contacts/index.ts";
import { listAsked, presentAsked } from "./questions.ts";

/**
 * Keeps what the contact answered where the channel wants it, and answers with the conversation's share. What is missing or wrong is refused
 * with `answers_needed`; what was not asked is passed over, since it may have become known meanwhile.
 */
export async function takeAnswers(tx: Tx<ContactActor>, answers: PreChatAnswers): Promise<Attributes> {
  const { asked } = await listAsked(tx);
  if (asked.length === 0) return {};
  const { said, problems } = readAnswers(
    asked.map((field) => presentAsked(field)),
    answers,
  );
  if (problems.size > 0) {
    const fields = [...problems].map(([name, problem]) => [`answers.${name}`, problem]);
    throw new AppError("answers_needed", Object.fromEntries(fields));
  }
  const kept = (keepIn: PreChatField["keepIn"]): Attributes =>
    Object.fromEntries(
      asked.flatMap((field): [string, FormValue][] => {
        const value = said.get(field.name);
        return field.keepIn === keepIn && value !== undefined ? [[field.name, value]] : [];
      }),
    );
  const self = (["name", "email", "phone"] as const).flatMap((place) =>
    Object.values(kept(place)).map((value) => [place, String(value)]),
  );
  const attributes = kept("contact");
  await changeContact(tx, tx.actor.contactId, {
    ...Object.fromEntries(self),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  });
  return kept("conversation");
}
