import { createAgentClient, createMemoryStore } from "@deskbell/sdk/agent";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { openBrowser } from "./browser.ts";
import { openConsole } from "./people.ts";
import { createTestServer } from "./server.ts";

// Two processes on one PostgreSQL: the embedded database has room for one.
describe.runIf(process.env.TEST_DATABASE_URL)("two nodes", () => {
  it("kill -9 of one takes its agents off when its lease ends, and they are back on the other", async () => {
    const shared = { DESKBELL_SECRET: "a secret that two nodes share, for tests" };
    const staying = await createTestServer(shared);
    onTestFinished(() => staying.remove());
    await staying.start();
    const dying = await createTestServer({ ...shared, DATABASE_URL: staying.databaseUrl ?? "" });
    onTestFinished(() => dying.remove());
    await dying.start();
    const browser = await openBrowser();
    onTestFinished(() => browser.close());

    const apiKey = (await staying.deskbell("create-api-key", "--workspace", "demo", "--name", "watch")).trim();
    const watching = createAgentClient({ host: staying.url, apiKey, storage: createMemoryStore() });
    const becomes = (online: boolean, timeout: number) =>
      vi.waitFor(
        async () => {
          const { data } = await watching.agents.list();
          expect(data.find(({ email }) => email === "agent@demo.test")?.online).toBe(online);
        },
        { timeout, interval: 100 },
      );
    await openConsole(browser, dying);
    await becomes(true, 10_000);
    await dying.kill();
    const killed = performance.now();
    await becomes(false, 25_000);
    process.stdout.write(`  offline ${((performance.now() - killed) / 1000).toFixed(1)} s after kill -9\n`);
    await openConsole(browser, staying);
    await becomes(true, 10_000);
  }, 120_000);
});
