import { afterAll, beforeAll, expect, it } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";

let server: TestServer;
let workspace: TestWorkspace;
beforeAll(async () => {
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
});
afterAll(() => server.close());

it("what a contact did on the website is remembered once, and the team reads it page by page", async () => {
  const [contact, agent] = [workspace.contact(), await workspace.agent()];
  const { id } = (await contact.start()).contact;
  const event = {
    clientId: newId(),
    name: "checkout.started",
    attributes: { items: 3 },
    url: "https://shop.example/c",
  };
  await contact.contact.track(event);
  await contact.contact.track(event);
  await contact.contact.track({ name: "checkout.left" });
  const first = await agent.contacts.events(id, { limit: 1 });
  expect(first.data).toMatchObject([{ name: "checkout.left", attributes: {}, url: null }]);
  const rest = await agent.contacts.events(id, { limit: 5, cursor: first.nextCursor ?? "" });
  expect(rest.data).toMatchObject([{ name: "checkout.started", attributes: { items: 3 }, url: event.url }]);
  expect(rest.nextCursor).toBeNull();
});

it.each([{ name: "" }, { name: "x", url: "javascript:alert(1)" }, { name: "x".repeat(65) }])("refuses %o", (bad) =>
  expect(workspace.contact().contact.track(bad)).rejects.toMatchObject({ code: "invalid_input" }),
);
