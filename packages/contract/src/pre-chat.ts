import { type FieldProblem, problemOf } from "./form-values.ts";
import type { LocalWords } from "./local-words.ts";
import type { FormField, FormValue } from "./payload.ts";

/**
 * Where an answer is kept: as the contact's name, e-mail address or phone number, or as an attribute, named like the field, of the contact
 * or of the conversation.
 */
export const answerPlaces = ["name", "email", "phone", "contact", "conversation"] as const;
export type AnswerPlace = (typeof answerPlaces)[number];

/** One question of a channel's pre-chat form. */
export interface PreChatField extends Omit<FormField, "label" | "options"> {
  label: LocalWords;
  /** What a `select` offers; empty for the others. The `value` is kept. */
  options: { value: string; label: LocalWords }[];
  keepIn: AnswerPlace;
  /** What a `consent` is to, such as a privacy policy: http or https; `null` for none, and for all other kinds. */
  link: string | null;
}

/** What a channel asks before the first message of a conversation. */
export interface PreChatForm {
  /** Above the fields; `null` for none. */
  intro: LocalWords | null;
  /** 1 to 12. */
  fields: PreChatField[];
}

/** A question as it is shown to this contact, in their language. */
export interface PreChatQuestion extends FormField {
  /** What stands for each of `options`, in their order. */
  optionLabels: string[];
  link: string | null;
  /** Of a text, in characters. */
  maxLength: number;
}

/** Answer of `GET /v1/pre-chat`: what this contact is to be asked before their next conversation. */
export interface PreChat {
  intro: string | null;
  /** Empty: nothing is left to ask. What is known of the contact is not asked again. */
  questions: PreChatQuestion[];
}

export interface PreChatQuery {
  /** BCP 47; default is the channel's. */
  locale?: string;
}

/** Answers by the name of their question; what was left empty is left out. */
export type PreChatAnswers = Record<string, FormValue>;

/** What is wrong with an answer; `null` when nothing is. The form in the widget and the server ask the same. */
export const problemOfAnswer = (
  question: Pick<PreChatQuestion, "maxLength" | keyof FormField>,
  value: FormValue | undefined,
): FieldProblem | null =>
  problemOf(question, value) ?? (typeof value === "string" && value.length > question.maxLength ? "too_long" : null);
