import { z } from "zod";
import { exactly } from "./exactly.ts";
import { clientIdSchema, idSchema, timeSchema } from "./page.schema.ts";
import { timeZoneSchema } from "./time-zone.schema.ts";
import type { SendTeamTranscript, SendTranscript, Transcript } from "./transcript.ts";

export const transcriptSchema = exactly<Transcript>()(
  z
    .object({ id: idSchema, conversationId: idSchema, email: z.string(), createdAt: timeSchema })
    .meta({ id: "Transcript" }),
);
const shape = {
  clientId: clientIdSchema.optional(),
  locale: z.string().max(35).optional(),
  timeZone: timeZoneSchema.optional(),
};
export const sendTeamTranscriptSchema = exactly<SendTeamTranscript>()(z.strictObject(shape));
export const sendTranscriptSchema = exactly<SendTranscript>()(
  z.strictObject({ ...shape, email: z.email().max(254).optional() }),
);
