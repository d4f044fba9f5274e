import { z } from "zod";
import { defineJob } from "../../jobs/jobs.ts";
import { mailPatience } from "../../mail/send-mail.ts";
import { sendTranscript } from "./send-transcript.ts";

export const sendTranscriptJob = defineJob({
  name: "send-transcript",
  input: z.object({ transcriptId: z.uuid() }),
  ...mailPatience,
  run: (ctx, { transcriptId }) => sendTranscript(ctx, transcriptId),
});
