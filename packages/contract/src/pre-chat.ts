import type { FormAnswers, FormQuestion, LocalFormField } from "./form-question.ts";
import type { LocalWords } from "./local-words.ts";

/**
 * Where an answer is kept: as the contact's name, e-mail address or phone number, or as an attribute, named like the field, of the contact
 * or of the conversation.
 */
export const answerPlaces = ["name", "email", "phone", "contact", "conversation"] as const;
export type AnswerPlace = (typeof answerPlaces)[number];

/** One question of a channel's pre-chat form. */
export interface PreChatField extends LocalFormField {
  keepIn: AnswerPlace;
}

/** What a channel asks before the first message of a conversation. */
export interface PreChatForm {
  /** Above the fields; `null` for none. */
  intro: LocalWords | null;
  /** 1 to 12. */
  fields: PreChatField[];
}

/** Answer of `GET /v1/pre-chat`: what this contact is to be asked before their next conversation. */
export interface PreChat {
  intro: string | null;
  /** Empty: nothing is left to ask. What is known of the contact is not asked again. */
  questions: FormQuestion[];
}

export interface PreChatQuery {
  /** BCP 47; default is the channel's. */
  locale?: string;
}

/** What {@link PreChat} asks, answered. */
export type PreChatAnswers = FormAnswers;
