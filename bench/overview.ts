import { createTestServer } from "@deskbell/e2e/server";
import { messageRoundTrip } from "./message-round-trip.ts";
import { messageThroughput } from "./message-throughput.ts";

/** `pnpm bench`: a server of its own without rate limits; a line for each figure, with what it was measured on. */
export async function overview(): Promise<void> {
  const server = await createTestServer({ DESKBELL_LIMITS: "off" });
  try {
    const apiKey = (await server.deskbell("create-api-key", "--workspace", "demo", "--name", "bench")).trim();
    report("first start", await timed(() => server.start()));
    await server.stop();
    report("next start", await timed(() => server.start()));

    const { p50, p95, max, count } = await messageRoundTrip(server.url, apiKey);
    report(`message, contact to agent's socket, ${count} in turn`, `p50 ${ms(p50)}, p95 ${ms(p95)}, max ${ms(max)}`);
    report("messages stored, 20 contacts at once", `${(await messageThroughput(server.url)).toFixed(0)} a second`);
  } finally {
    await server.remove();
  }
}

async function timed(run: () => Promise<void>): Promise<string> {
  const began = performance.now();
  await run();
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function report(what: string, figure: string): void {
  const engine = process.env.TEST_DATABASE_URL ? "PostgreSQL" : "PGlite";
  process.stdout.write(`${what.padEnd(56)} ${figure}  (${engine})\n`);
}
