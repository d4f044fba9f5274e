import { z } from "zod";
import { defineJob } from "../../jobs/jobs.ts";

/** The bot's turn, after a contact's message in a conversation that it handles. */
export const answerMessage = defineJob({
  name: "answer-message",
  input: z.object({ messageId: z.uuid() }),
  attempts: 3,
  run: async (ctx, { messageId }) => {
    ctx.deps.log.debug({ messageId }, "answer-message");
  },
});
