import { z } from "zod";
import { exactly } from "./exactly.ts";
import type { OfficeHours, OfficeState, OpenSpan } from "./office-hours.ts";
import { timeSchema } from "./page.schema.ts";
import { timeZoneSchema } from "./time-zone.schema.ts";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "A time, such as 09:30.");
const spanSchema = exactly<OpenSpan>()(
  z.strictObject({ from: clock, to: clock }).refine(({ from, to }) => from < to, {
    path: ["to"],
    error: "Must be later than its beginning; what goes past midnight is two.",
  }),
);
const daySchema = z
  .array(spanSchema)
  .max(6)
  .refine((spans) => spans.every(({ from }, at) => at === 0 || (spans[at - 1]?.to ?? "") <= from), {
    error: "One after the other, without overlap.",
  });

export const officeHoursSchema = exactly<OfficeHours>()(
  z
    .strictObject({
      timeZone: timeZoneSchema,
      week: z.array(daySchema).length(7),
      holidays: z
        .array(z.strictObject({ date: z.iso.date(), name: z.string().trim().max(80), open: daySchema }))
        .max(100)
        .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, "Each date once."),
      replyMinutes: z.number().int().min(1).max(20_160).nullable(),
    })
    .meta({ id: "OfficeHours" }),
);
export const officeStateSchema = exactly<OfficeState>()(
  z
    .object({
      open: z.boolean(),
      changesAt: timeSchema.nullable(),
      replyMinutes: z.number().int().nullable(),
      at: timeSchema,
    })
    .meta({ id: "OfficeState" }),
);
