import { z } from "zod";
import { exactly } from "./exactly.ts";
import type { FormAnswers, FormQuestion, LocalFormField } from "./form-question.ts";
import { localWordsSchema } from "./local-words.schema.ts";
import { fieldName, fieldShape, formValueSchema, misfits, optionsFit, patternFits } from "./payload.schema.ts";
import { formFieldKinds } from "./payload.ts";

/** How many questions a channel's own form may have. */
const mostFields = 12;

const unique = <T>(of: readonly T[], key: (each: T) => string) => new Set(of.map(key)).size === of.length;

/** What every question of a channel's own form has, whatever it is asked for. */
export const localFieldShape = {
  ...fieldShape,
  label: localWordsSchema(200),
  options: z
    .array(z.strictObject({ value: z.string().trim().min(1).max(120), label: localWordsSchema(120) }))
    .max(30)
    .refine((options) => unique(options, ({ value }) => value), "Each value once."),
  link: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable(),
};

interface Fit {
  kind: string;
  pattern: string | null;
  options: unknown[];
  link: string | null;
}

/** With what of a question depends on its kind. */
export const fitting = <S extends z.ZodType<Fit>>(schema: S) =>
  schema
    .refine(optionsFit, misfits.options)
    .refine(patternFits, misfits.pattern)
    .refine(({ kind, link }) => link === null || kind === "consent", { path: ["link"], error: "Only for a consent." });

export const localFieldsOf = <S extends z.ZodType<{ name: string }>>(field: S) =>
  z
    .array(field)
    .max(mostFields)
    .refine((fields) => unique(fields, ({ name }) => name), "Each name once.");

export const localFormFieldsSchema = localFieldsOf(
  exactly<LocalFormField>()(fitting(z.strictObject(localFieldShape)).meta({ id: "LocalFormField" })),
);

export const formQuestionSchema = exactly<FormQuestion>()(
  z
    .object({
      name: z.string(),
      label: z.string(),
      kind: z.enum(formFieldKinds),
      required: z.boolean(),
      pattern: z.string().nullable(),
      options: z.array(z.string()),
      optionLabels: z.array(z.string()),
      link: z.string().nullable(),
      maxLength: z.number().int(),
    })
    .meta({ id: "FormQuestion" }),
);

export const answersSchemaOf = <S extends z.ZodType>(value: S) =>
  z
    .record(z.string().regex(fieldName), value)
    .refine((answers) => Object.keys(answers).length <= mostFields, `At most ${mostFields}.`);

export const formAnswersSchema = exactly<FormAnswers>()(answersSchemaOf(formValueSchema));
