import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { createDeskbell, createMemoryStore, type Message } from "@deskbell/sdk";
import { createAgentClient } from "@deskbell/sdk/agent";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createTestServer } from "./server.ts";

const people = 6;
const perPerson = 60;

describe.runIf(process.env.TEST_DATABASE_URL && process.env.TEST_REDIS_URL)("two nodes behind a balancer", () => {
  it("are restarted one after the other under load: nothing is lost, doubled or refused, and all lists are equal", async () => {
    const one = await createTestServer({ DESKBELL_LIMITS: "off" });
    onTestFinished(() => one.remove());
    const { DATABASE_URL = "", DESKBELL_SECRET = "" } = one.environment;
    const two = await createTestServer({ DATABASE_URL, DESKBELL_SECRET, DESKBELL_LIMITS: "off" });
    onTestFinished(() => two.remove());
    await one.start();
    await two.start();
    const balancer = await balance([one.url, two.url]);
    onTestFinished(balancer.close);

    const agent = createAgentClient({
      host: balancer.url,
      apiKey: (await one.deskbell("create-api-key", "--workspace", "demo", "--name", "watcher")).trim(),
      storage: createMemoryStore(),
    });
    const errors: string[] = [];
    agent.on("error", ({ code }) => errors.push(code));
    agent.connect();
    const contacts = await Promise.all(
      Array.from({ length: people }, async () => {
        const host = balancer.url;
        const contact = createDeskbell({ host, channelKey: "demo", storage: createMemoryStore() });
        contact.on("error", ({ code }) => errors.push(code));
        contact.connect();
        const { conversation } = await contact.conversations.start({ message: { body: "start" }, handoff: true });
        return {
          contact,
          id: conversation.id,
          mine: contact.thread(conversation.id),
          theirs: agent.thread(conversation.id),
        };
      }),
    );
    let restarted = false;
    const sending = Promise.all(
      contacts.map(async ({ mine, theirs }) => {
        for (let n = 0; n < perPerson || !restarted; n++) {
          (n % 2 ? mine : theirs).send(`Message ${n}`);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }),
    );
    for (const node of [one, two]) {
      expect(await node.stop("SIGTERM")).toBe(0);
      await node.start();
    }
    restarted = true;
    await sending;

    for (const { id, mine, theirs } of contacts) {
      await vi.waitFor(
        async () => {
          const stored: Message[] = [];
          for (let after = 0; ; after = stored.length) {
            const page = await agent.messages.list(id, { after, limit: 200 });
            stored.push(...page.data);
            if (page.nextCursor === null) break;
          }
          expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
          const said = stored.filter(({ author }) => author.kind !== "system").map(({ body }) => body);
          expect(new Set(said).size).toBe(said.length);
          expect(said.length).toBeGreaterThan(perPerson);
          for (const thread of [mine, theirs]) {
            const { items } = thread.get();
            expect(items.filter(({ kind }) => kind === "pending")).toEqual([]);
            expect(items.flatMap((item) => (item.kind === "message" ? [item.message.id] : []))).toEqual(
              stored.map((message) => message.id),
            );
          }
        },
        { timeout: 30_000, interval: 200 },
      );
    }
    expect(errors).toEqual([]);
    for (const { contact } of contacts) contact.disconnect();
    agent.disconnect();
  }, 180_000);
});

/** Round robin over whoever takes a connection, as simple balancers do. */
async function balance(urls: string[]): Promise<{ url: string; close(): Promise<void> }> {
  let turn = 0;
  const open = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true }, (client) => void forward(client, 0));
  const forward = (client: Socket, tried: number): void => {
    const { hostname, port } = new URL(urls[turn++ % urls.length] ?? "");
    const upstream = connect(Number(port), hostname);
    upstream.once("connect", () => {
      upstream.removeAllListeners("error");
      for (const [end, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        open.add(end);
        end.on("error", () => other.destroy());
        end.on("close", () => other.destroy());
        end.pipe(other);
      }
      client.resume();
    });
    upstream.once("error", () => (tried < 20 ? setTimeout(forward, 50, client, tried + 1) : client.destroy()));
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const end of open) end.destroy();
      server.close();
    },
  };
}
