import { z } from "zod";
import { exactly } from "./exactly.ts";
import { localWordsSchema } from "./local-words.schema.ts";
import { clientIdSchema } from "./page.schema.ts";
import type { ProactiveOpening, ProactiveRule, ShownProactive, ShowProactive } from "./proactive.ts";

const ruleSchema = z.strictObject({
  id: clientIdSchema,
  name: z.string().trim().min(1).max(80),
  enabled: z.boolean(),
  message: localWordsSchema(500),
  url: z
    .string()
    .trim()
    .max(300)
    .regex(/^(\/|\*|https?:\/\/)\S*$/, "A path such as /pricing*, or an address.")
    .nullable(),
  seconds: z.number().int().min(0).max(3600),
  scroll: z.number().int().min(1).max(100).nullable(),
  attribute: z.strictObject({ name: z.string().trim().min(1).max(64), value: z.string().trim().max(1000) }).nullable(),
});
/** They travel with the page's script, so there are few. */
export const proactiveRulesSchema = exactly<ProactiveRule[]>()(
  z
    .array(ruleSchema.meta({ id: "ProactiveRule" }))
    .max(12)
    .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, "Each id once."),
);
export const showProactiveSchema = exactly<ShowProactive>()(z.strictObject({ ruleId: clientIdSchema }));
export const shownProactiveSchema = exactly<ShownProactive>()(
  z.object({ first: z.boolean() }).meta({ id: "ShownProactive" }),
);
export const proactiveOpeningSchema = exactly<ProactiveOpening>()(
  z.strictObject({ ruleId: clientIdSchema, locale: z.string().max(35) }),
);
