import { z } from "zod";
import { exactly } from "./exactly.ts";
import { localWordsSchema } from "./local-words.schema.ts";
import { fieldName, fieldShape, formValueSchema, misfits, optionsFit, patternFits } from "./payload.schema.ts";
import { formFieldKinds } from "./payload.ts";
import { answerPlaces, type PreChat, type PreChatAnswers, type PreChatForm, type PreChatQuery } from "./pre-chat.ts";

const unique = <T>(of: readonly T[], key: (each: T) => string) => new Set(of.map(key)).size === of.length;

const field = z
  .strictObject({
    ...fieldShape,
    label: localWordsSchema(200),
    options: z
      .array(z.strictObject({ value: z.string().trim().min(1).max(120), label: localWordsSchema(120) }))
      .max(30)
      .refine((options) => unique(options, ({ value }) => value), "Each value once."),
    keepIn: z.enum(answerPlaces),
    link: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .nullable(),
  })
  .refine(optionsFit, misfits.options)
  .refine(patternFits, misfits.pattern)
  .refine(({ kind, link }) => link === null || kind === "consent", { path: ["link"], error: "Only for a consent." })
  .refine(({ kind, keepIn }) => mayKeep(kind, keepIn), {
    path: ["keepIn"],
    error: "A name is a text, an e-mail address an e-mail field, a phone number a phone field.",
  });

const mayKeep = (kind: string, keepIn: string): boolean =>
  keepIn === "name" ? kind === "text" : keepIn === "email" || keepIn === "phone" ? kind === keepIn : true;

export const preChatFormSchema = exactly<PreChatForm>()(
  z
    .strictObject({
      intro: localWordsSchema(500).nullable(),
      fields: z
        .array(field)
        .min(1)
        .max(12)
        .refine((fields) => unique(fields, ({ name }) => name), "Each name once.")
        .refine(
          (fields) => unique(fields, ({ name, keepIn }) => (keepIn.startsWith("con") ? name : keepIn)),
          "Name, e-mail address and phone number are asked once each.",
        ),
    })
    .meta({ id: "PreChatForm" }),
);

export const preChatQuerySchema = exactly<PreChatQuery>()(z.strictObject({ locale: z.string().max(35).optional() }));
export const preChatSchema = exactly<PreChat>()(
  z
    .object({
      intro: z.string().nullable(),
      questions: z.array(
        z.object({
          name: z.string(),
          label: z.string(),
          kind: z.enum(formFieldKinds),
          required: z.boolean(),
          pattern: z.string().nullable(),
          options: z.array(z.string()),
          optionLabels: z.array(z.string()),
          link: z.string().nullable(),
          maxLength: z.number().int(),
        }),
      ),
    })
    .meta({ id: "PreChat" }),
);
export const preChatAnswersSchema = exactly<PreChatAnswers>()(
  z
    .record(z.string().regex(fieldName), formValueSchema)
    .refine((answers) => Object.keys(answers).length <= 12, "At most 12."),
);
