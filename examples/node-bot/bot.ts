import { setTimeout as pause } from "node:timers/promises";
import { createServerClient } from "@deskbell/sdk/node";
import { answerQueue } from "./answer-queue.ts";

const { DESKBELL_HOST = "http://localhost:4000", DESKBELL_API_KEY } = process.env;
if (!DESKBELL_API_KEY) {
  process.stderr.write("Set DESKBELL_API_KEY: pnpm deskbell create-api-key --workspace demo --name bot --role agent\n");
  process.exit(1);
}

const client = createServerClient({ host: DESKBELL_HOST, apiKey: DESKBELL_API_KEY });
const answer = "Thanks for waiting! A person will be with you soon. Meanwhile, what is it about?";

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stopping.abort());

process.stdout.write(`Answering the queue of ${DESKBELL_HOST}. Ctrl-C stops.\n`);
while (!stopping.signal.aborted) {
  const answered = await answerQueue(client, answer);
  if (answered > 0) process.stdout.write(`Answered ${answered}.\n`);
  await pause(2000, undefined, { signal: stopping.signal }).catch(() => stopping.abort());
}
