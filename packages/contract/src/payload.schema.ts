import { z } from "zod";
import { exactly } from "./exactly.ts";
import { isSimplePattern } from "./form-pattern.ts";
import { idSchema } from "./page.schema.ts";
import {
  type ArticleLinks,
  type Cards,
  type Form,
  type FormResponse,
  formFieldKinds,
  type OfferInput,
  type QuickReplies,
  type Reply,
  type ResponseInput,
} from "./payload.ts";

const words = (max: number) => z.string().max(max).regex(/\S/, "Must not be blank.");
const url = (shape: RegExp, hint: string) => z.string().max(2000).regex(shape, hint);
const unique = <T>(of: readonly T[], key: (each: T) => string) => new Set(of.map(key)).size === of.length;

const choice = { value: words(200), text: words(80) };
export const quickRepliesSchema = exactly<QuickReplies>()(
  z.strictObject({
    type: z.literal("quick_replies"),
    options: z
      .array(z.strictObject(choice))
      .min(1)
      .max(12)
      .refine((options) => unique(options, ({ value }) => value), "Each value once."),
  }),
);

const buttonSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("link"),
    text: words(80),
    url: url(/^(https?:\/\/|mailto:)[^\s\\]+$/i, "Must be an http, https or mailto address."),
  }),
  z.strictObject({ kind: z.literal("reply"), ...choice }),
]);
export const cardsSchema = exactly<Cards>()(
  z.strictObject({
    type: z.literal("cards"),
    cards: z
      .array(
        z.strictObject({
          title: words(120),
          text: words(500).nullable(),
          imageUrl: url(/^https:\/\/[^\s\\]+$/i, "Must be an https address.").nullable(),
          buttons: z.array(buttonSchema).max(3),
        }),
      )
      .min(1)
      .max(10)
      .refine(
        (cards) =>
          unique(
            cards.flatMap(({ buttons }) =>
              buttons.flatMap((button) => (button.kind === "reply" ? [button.value] : [])),
            ),
            (value) => value,
          ),
        "Each value once.",
      ),
  }),
);

export const articleLinksSchema = exactly<ArticleLinks>()(
  z.object({
    type: z.literal("articles"),
    articles: z.array(z.object({ slug: z.string(), title: z.string(), excerpt: z.string() })),
  }),
);

export const fieldName = /^[a-z][\w-]{0,39}$/i;
/** What every question has, whatever language it is asked in. */
export const fieldShape = {
  name: z.string().regex(fieldName, "Must be a letter, then letters, digits, _ and -."),
  kind: z.enum(formFieldKinds),
  required: z.boolean(),
  pattern: z.string().max(200).refine(isSimplePattern, "Must be a simple pattern.").nullable(),
};
/** What of a question depends on its kind. */
export const optionsFit = ({ kind, options }: { kind: string; options: unknown[] }): boolean =>
  (kind === "select") === options.length > 0;
export const patternFits = ({ kind, pattern }: { kind: string; pattern: string | null }): boolean =>
  pattern === null || kind === "text";
export const misfits = {
  options: { path: ["options"], error: "What a select offers, each once, and nothing for the others." },
  pattern: { path: ["pattern"], error: "Only for text." },
};
const fieldSchema = z
  .strictObject({
    ...fieldShape,
    label: words(200),
    options: z.array(words(120)).max(30),
  })
  .refine((field) => optionsFit(field) && unique(field.options, (each) => each), misfits.options)
  .refine(patternFits, misfits.pattern);
export const formSchema = exactly<Form>()(
  z.strictObject({
    type: z.literal("form"),
    title: words(120).nullable(),
    fields: z
      .array(fieldSchema)
      .min(1)
      .max(20)
      .refine((fields) => unique(fields, ({ name }) => name), "Each name once."),
    submitText: words(40).nullable(),
  }),
);

export const offerInputSchema = exactly<OfferInput>()(
  z
    .discriminatedUnion("type", [
      quickRepliesSchema,
      cardsSchema,
      formSchema,
      z.strictObject({ type: z.literal("articles"), slugs: z.array(z.string().min(1).max(200)).min(1).max(5) }),
    ])
    .meta({ id: "OfferInput" }),
);

export const replySchema = exactly<Reply>()(
  z.strictObject({ type: z.literal("reply"), to: idSchema, value: z.string().max(200) }),
);
export const formValueSchema = z.union([z.string().max(2000), z.number(), z.boolean()]);
export const responseInputSchema = exactly<ResponseInput>()(
  z
    .discriminatedUnion("type", [
      replySchema,
      z.strictObject({
        type: z.literal("form_response"),
        to: idSchema,
        values: z
          .record(z.string().regex(fieldName), formValueSchema)
          .refine((values) => Object.keys(values).length <= 20, "At most 20."),
      }),
    ])
    .meta({ id: "ResponseInput" }),
);
export const formResponseSchema = exactly<FormResponse>()(
  z.object({
    type: z.literal("form_response"),
    to: idSchema,
    answers: z.array(z.object({ name: z.string(), label: z.string(), value: formValueSchema.nullable() })),
  }),
);
