import { afterAll, beforeAll, expect, it } from "vitest";
import { createApp } from "./app.ts";
import { newId } from "./ids.ts";
import { createTestWorkspace } from "./test/actors.ts";
import { eventually } from "./test/eventually.ts";
import { startTestServer, type TestServer } from "./test/harness.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

it("a commit that nobody knows of is refused as temporary, is heard by both sides, and its repeat is the first result", async () => {
  const workspace = await createTestWorkspace(server);
  const agent = await workspace.agent();
  const contact = workspace.contact();
  const { token } = await contact.start();
  const { conversation } = await contact.conversations.start({ message: { body: "Hello" }, handoff: true });
  contact.connect();
  agent.connect();
  const threads = [contact.thread(conversation.id), agent.thread(conversation.id)];
  await eventually(() => expect([contact.connection.get(), agent.connection.get()]).toEqual(["online", "online"]));
  await eventually(() => expect(threads.map((thread) => thread.get().status)).toEqual(["ready", "ready"]));

  const body = { clientId: newId(), body: "Was this stored?" };
  const send = (app: TestServer["app"]) =>
    app.fetch(
      new Request(`${server.url}/v1/conversations/${conversation.id}/messages`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    );
  const refused = await send(appThatLosesCommits());
  expect(refused.status).toBe(503);
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(await refused.json()).toMatchObject({ error: { code: "unavailable" } });

  for (const thread of threads) {
    await eventually(() =>
      expect(thread.get().items).toContainEqual(
        expect.objectContaining({ message: expect.objectContaining({ body: body.body }) }),
      ),
    );
    thread.close();
  }
  const repeated = await send(server.app);
  expect(repeated.status).toBe(200);
  expect(await repeated.json()).toMatchObject({ clientId: body.clientId, body: body.body });
  contact.disconnect();
  agent.disconnect();
});

/** The same server, whose connection breaks when the database has committed and has not said so. */
function appThatLosesCommits(): TestServer["app"] {
  const { deps, url } = server;
  const transaction: typeof deps.database.transaction = async (...given) => {
    await deps.database.transaction(...given);
    throw Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
  };
  const database = { ...deps.database, transaction };
  return createApp({ ...deps, database }, { publicUrl: url, secret: "a test's secret of at least 32 characters" });
}
