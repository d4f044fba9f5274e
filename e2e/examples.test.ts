import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createDeskbell, type Deskbell } from "@deskbell/sdk";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestServer, type TestServer } from "./server.ts";

const examples = join(import.meta.dirname, "../examples");
let server: TestServer;
let apiKey: string;

beforeAll(async () => {
  server = await createTestServer();
  apiKey = (await server.deskbell("create-api-key", "--workspace", "demo", "--name", "bot", "--role", "agent")).trim();
  await server.start();
});
afterAll(() => server.remove());

describe("examples/node-bot", () => {
  it("answers who waits for a person, once, however often it is started", async () => {
    const contact = createDeskbell({ host: server.url, channelKey: "demo" });
    await contact.start();
    const message = { clientId: "waiting-1", body: "Is anybody there?" };
    const { conversation } = await contact.conversations.start({ clientId: "waiting-1", message, handoff: true });

    expect(await runBotUntil(() => isAnswered(contact, conversation.id))).toBe(0);
    const answered = await contact.messages.list(conversation.id);
    expect(answered.data.filter(({ author }) => author.kind === "bot")).toHaveLength(1);

    const { conversation: second } = await contact.conversations.start({
      clientId: "waiting-2",
      message: { clientId: "waiting-2", body: "And here?" },
      handoff: true,
    });
    await runBotUntil(() => isAnswered(contact, second.id));
    expect((await contact.messages.list(conversation.id)).data).toEqual(answered.data);
  });
});

async function isAnswered(contact: Deskbell, conversationId: string): Promise<boolean> {
  const { data } = await contact.messages.list(conversationId);
  return data.some(({ author }) => author.kind === "bot");
}

/** Starts the bot, stops it as Ctrl-C does once `done`, and gives back its exit code. */
async function runBotUntil(done: () => Promise<boolean>): Promise<number | null> {
  const env = { PATH: process.env.PATH, DESKBELL_HOST: server.url, DESKBELL_API_KEY: apiKey };
  const bot = spawn(process.execPath, ["bot.ts"], {
    cwd: join(examples, "node-bot"),
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [bot.stdout, bot.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = once(bot, "exit");
  await vi.waitFor(async () => expect(await done(), output).toBe(true), { timeout: 20_000, interval: 100 });
  bot.kill("SIGINT");
  await ended;
  return bot.exitCode;
}
