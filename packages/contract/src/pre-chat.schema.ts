import { z } from "zod";
import { exactly } from "./exactly.ts";
import { fitting, formQuestionSchema, localFieldShape, localFieldsOf } from "./form-question.schema.ts";
import { localWordsSchema } from "./local-words.schema.ts";
import { answerPlaces, type PreChat, type PreChatForm, type PreChatQuery } from "./pre-chat.ts";

const field = fitting(z.strictObject({ ...localFieldShape, keepIn: z.enum(answerPlaces) })).refine(
  ({ kind, keepIn }) => mayKeep(kind, keepIn),
  { path: ["keepIn"], error: "A name is a text, an e-mail address an e-mail field, a phone number a phone field." },
);

const mayKeep = (kind: string, keepIn: string): boolean =>
  keepIn === "name" ? kind === "text" : keepIn === "email" || keepIn === "phone" ? kind === keepIn : true;

const isOnceEach = (fields: { name: string; keepIn: string }[]): boolean =>
  new Set(fields.map(({ name, keepIn }) => (keepIn.startsWith("con") ? name : keepIn))).size === fields.length;

export const preChatFormSchema = exactly<PreChatForm>()(
  z
    .strictObject({
      intro: localWordsSchema(500).nullable(),
      fields: localFieldsOf(field)
        .min(1)
        .refine(isOnceEach, "Name, e-mail address and phone number are asked once each."),
    })
    .meta({ id: "PreChatForm" }),
);

export const preChatQuerySchema = exactly<PreChatQuery>()(z.strictObject({ locale: z.string().max(35).optional() }));
export const preChatSchema = exactly<PreChat>()(
  z.object({ intro: z.string().nullable(), questions: z.array(formQuestionSchema) }).meta({ id: "PreChat" }),
);
