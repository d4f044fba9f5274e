import { z } from "zod";
import { defineJob } from "../../jobs/jobs.ts";
import { scanUploadedFile } from "./scan-file.ts";

/** While the scanner is away a file waits: for as long as it takes an operator to come back from a weekend. */
export const scanFile = defineJob({
  name: "scan-file",
  input: z.object({ fileId: z.uuid() }),
  attempts: 1000,
  run: (ctx, { fileId }) => scanUploadedFile(ctx, fileId),
});
