import { type Attributes, type PreChatAnswers, type PreChatField, problemOfAnswer } from "@deskbell/contract";
import { AppError } from "../../app-error.ts";
import type { ContactActor } from "../../context.ts";
import type { Tx } from "../../transact.ts";
import { changeContact } from "../contacts/index.ts";
import { listAsked, presentQuestion } from "./questions.ts";

/**
 * Keeps what the contact answered where the channel wants it, and answers with the conversation's share. What is missing or wrong is refused
 * with `answers_needed`; what was not asked is passed over, since it may have become known meanwhile.
 */
export async function takeAnswers(tx: Tx<ContactActor>, answers: PreChatAnswers): Promise<Attributes> {
  const { asked } = await listAsked(tx);
  if (asked.length === 0) return {};
  const given = new Map(
    Object.entries(answers).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]),
  );
  const problems = asked.flatMap((field) => {
    const problem = problemOfAnswer(presentQuestion(field), given.get(field.name));
    return problem ? [[`answers.${field.name}`, problem]] : [];
  });
  if (problems.length > 0) throw new AppError("answers_needed", Object.fromEntries(problems));
  const kept = (keepIn: PreChatField["keepIn"]): Attributes =>
    Object.fromEntries(
      asked.flatMap((field): [string, string | number | boolean][] => {
        const value = given.get(field.name);
        const isSaid = value !== undefined && value !== "" && value !== false;
        return field.keepIn === keepIn && isSaid ? [[field.name, value]] : [];
      }),
    );
  const said = (["name", "email", "phone"] as const).flatMap((place) =>
    Object.values(kept(place)).map((value) => [place, String(value)]),
  );
  const attributes = kept("contact");
  await changeContact(tx, tx.actor.contactId, {
    ...Object.fromEntries(said),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  });
  return kept("conversation");
}
