import { existsSync, readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { createDeskbell, createMemoryStore } from "@deskbell/sdk";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createTestServer, type TestServer } from "./server.ts";

/** As many connections as the kernel lets wait; where that is not known, the test that asks is left out. */
const somaxconn = "/proc/sys/net/core/somaxconn";
const mostWaiting = existsSync(somaxconn) ? Number(readFileSync(somaxconn, "utf8")) : 0;

describe("the server as a process", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await createTestServer({ DESKBELL_LIMITS: "off" });
    await server.start();
  });
  afterAll(() => server.remove());

  it("says where everything is, once it is ready", () => {
    for (const page of ["/demo", "/console", "/help/demo", "/docs"]) {
      expect(server.output()).toContain(`${server.url}${page}`);
    }
  });

  it("refuses a port that is in use", async () => {
    const second = await createTestServer({ PORT: new URL(server.url).port });
    await expect(second.start()).rejects.toThrow(/exit code 1:\nPort \d+ is in use: .+\n$/);
    await second.remove();
  });

  it("stops on Ctrl-C with exit code 0, and starts again on the same data", async () => {
    expect(await server.stop()).toBe(0);
    await server.start();
    expect((await fetch(`${server.url}/demo`)).status).toBe(200);
  });

  it("on SIGTERM says that it is leaving while it still serves, and a second signal ends it at once", async () => {
    const leaving = await createTestServer({ DRAIN_SECONDS: "60" });
    onTestFinished(() => leaving.remove());
    await leaving.start();
    const stopped = leaving.stop("SIGTERM");
    await expect.poll(async () => (await fetch(`${leaving.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${leaving.url}/healthz`)).status).toBe(200);
    const contact = createDeskbell({ host: leaving.url, channelKey: "demo", storage: createMemoryStore() });
    expect(await contact.conversations.start({ message: { body: "Still there?" } })).toBeTruthy();
    expect(await leaving.stop("SIGTERM")).toBe(1);
    expect(await stopped).toBe(1);
  });

  // The kernel lets in for a server that cannot, here because it is frozen: whom it turns away tries again a second later at the earliest.
  it.runIf(mostWaiting >= 1000)("lets a thousand in at once, though it is busy", async () => {
    const busy = await createTestServer();
    onTestFinished(() => busy.remove());
    await busy.start();
    const { hostname, port } = new URL(busy.url);
    void busy.stop("SIGSTOP");
    let letIn = 0;
    const sockets = Array.from({ length: 1000 }, () => connect(Number(port), hostname, () => letIn++));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      void busy.stop("SIGCONT");
    });
    await expect.poll(() => letIn, { timeout: 20_000, interval: 50 }).toBe(1000);
  });

  it("has everything that it acknowledged after kill -9 in the middle of it", async () => {
    const contact = createDeskbell({ host: server.url, channelKey: "demo", storage: createMemoryStore() });
    const { conversation } = await contact.conversations.start({ message: { body: "Hello" }, handoff: true });
    const acknowledged: string[] = [];
    const sending = Promise.allSettled(
      Array.from({ length: 150 }, async (_, n) => {
        const { id } = await contact.messages.send(conversation.id, { body: `Message ${n}` });
        acknowledged.push(id);
      }),
    );
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(9), { timeout: 10_000, interval: 1 });
    await server.kill();
    await sending;
    expect(acknowledged.length).toBeLessThan(150);
    await server.start();
    const { data } = await contact.messages.list(conversation.id, { after: 0, limit: 200 });
    expect(data.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
    expect(data.map(({ seq }) => seq)).toEqual(data.map((_, index) => index + 1));
  });

  it("has nothing of an upload that kill -9 broke off, and takes it again", async () => {
    const contact = createDeskbell({ host: server.url, channelKey: "demo", storage: createMemoryStore() });
    const { token } = await contact.start();
    const clientId = "upload-0123456789";
    const begun = request(`${server.url}/v1/files?clientId=${clientId}&name=cut.txt`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-length": "1000000" },
    });
    begun.on("error", () => undefined);
    begun.write("Half of the words");
    const received = join(server.dataDir, "uploads");
    await vi.waitFor(() => expect(readdirSync(received)).toHaveLength(1), { timeout: 10_000 });
    await server.kill();
    await server.start();
    expect(existsSync(join(server.dataDir, "files"))).toBe(false);
    const file = await contact.files.upload(new Blob(["All of the words"]), { clientId, name: "whole.txt" });
    expect(await (await fetch(server.url + file.url)).text()).toBe("All of the words");
  });
});

describe("a process that cannot serve says why in one line and ends with exit code 1", () => {
  it("a data dir in use", async () => {
    const embedded = { DATABASE_URL: "", REDIS_URL: "" };
    const first = await createTestServer(embedded);
    await first.start();
    const second = await createTestServer({ ...embedded, DATA_DIR: first.dataDir });
    await expect(second.start()).rejects.toThrow(/exit code 1:\n.+in use by another Deskbell process: .+\n$/);
    await Promise.all([first.remove(), second.remove()]);
  });

  it("a database that does not answer", async () => {
    const server = await createTestServer({
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/nothing",
      DESKBELL_SECRET: "s".repeat(32),
    });
    await expect(server.start()).rejects.toThrow(/exit code 1:\nThe database at 127.0.0.1:1.+check DATABASE_URL.+\n$/);
    await server.remove();
  });

  it("a configuration with several mistakes: all of them at once", async () => {
    const server = await createTestServer({ PORT: "high", DESKBELL_ROLE: "boss", PUBLIC_URL: "support.example.com" });
    await expect(server.start()).rejects.toThrow(/exit code 1:\n.+PORT.+PUBLIC_URL.+DESKBELL_ROLE.+\n$/);
    await server.remove();
  });
});
