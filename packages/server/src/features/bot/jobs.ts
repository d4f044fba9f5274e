import { z } from "zod";
import { defineJob, patiently } from "../../jobs/jobs.ts";

/** The bot's turn, after a contact's message in a conversation that it handles. */
export const answerMessage = defineJob({
  name: "answer-message",
  input: z.object({ messageId: z.uuid() }),
  ...patiently,
  run: async (ctx, { messageId }) => {
    // Those who enqueue this job are known to its verb: loading it late keeps the two apart.
    const { answerContact } = await import("./answer-contact.ts");
    await answerContact(ctx, messageId);
  },
});
