import { z } from "zod";
import type { TypingSignal, ViewingSignal } from "./events.ts";
import { exactly } from "./exactly.ts";
import { idSchema } from "./page.schema.ts";

export const typingSignalSchema = exactly<TypingSignal>()(
  z.strictObject({ conversationId: idSchema, typing: z.boolean() }),
);
export const viewingSignalSchema = exactly<ViewingSignal>()(
  z.strictObject({ conversationId: idSchema.nullable(), arrives: z.boolean().optional() }),
);
