import { contactChangeWindow } from "@deskbell/contract";
import type { Deskbell, Message } from "@deskbell/sdk";
import { createServerClient } from "@deskbell/sdk/node";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rowsOf } from "../../db/database.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { tenantRows } from "../../test/tenant-rows.ts";

let server: TestServer;
let now = () => new Date();
beforeAll(async () => {
  server = await startTestServer({ work: false, now: () => now() });
});
afterAll(() => server.close());

interface Scene {
  workspace: TestWorkspace;
  contact: Deskbell;
  agent: TestAgent;
  id: string;
  /** The contact's. */
  asked: Message;
  /** The agent's. */
  answered: Message;
}

async function scene(): Promise<Scene> {
  const workspace = await createTestWorkspace(server);
  const [contact, agent] = [workspace.contact(), await workspace.agent()];
  const { conversation, message } = await contact.conversations.start({ message: { body: "Secret 1" }, handoff: true });
  const answered = await agent.messages.send(conversation.id, { body: "Answer 1" });
  return { workspace, contact, agent, id: conversation.id, asked: message, answered };
}

const dataOf = async (side: { messages: Pick<Deskbell["messages"], "list"> }, id: string) =>
  (await side.messages.list(id, { after: 0 })).data;

describe("an edited message", () => {
  it("says the new text to both sides and the old one to the team alone", async () => {
    const { contact, agent, id, answered } = await scene();
    const edited = await agent.messages.edit(id, answered.id, { body: "Answer 2" });
    expect(edited).toMatchObject({ seq: answered.seq, body: "Answer 2", changeSeq: 1, deletedAt: null });
    expect(edited.editedAt).not.toBeNull();
    expect(await dataOf(contact, id)).toContainEqual(edited);
    expect(JSON.stringify(await dataOf(contact, id))).not.toContain("Answer 1");
    const { data } = await agent.messages.versions(id, answered.id);
    expect(data).toMatchObject([{ change: "edited", body: "Answer 1", author: { id: agent.id } }]);
  });

  it("the same text again changes nothing", async () => {
    const { contact, id, asked } = await scene();
    const edited = await contact.messages.edit(id, asked.id, { body: "Secret 2" });
    const before = await tenantRows(server.deps.database.db);
    expect(await contact.messages.edit(id, asked.id, { body: "Secret 2" })).toEqual(edited);
    expect(await tenantRows(server.deps.database.db)).toEqual(before);
  });

  it("shows in the lists when it is the newest one", async () => {
    const { contact, agent, id, answered } = await scene();
    await agent.messages.edit(id, answered.id, { body: "Answer 2" });
    for (const side of [contact, agent]) {
      const { lastMessage, lastChangeSeq } = await side.conversations.get(id);
      expect([lastMessage?.body, lastChangeSeq]).toEqual(["Answer 2", 1]);
    }
  });

  it("pages keep to their limit, and the last state of each is told once", async () => {
    const { agent, contact, id } = await scene();
    const sent = [];
    for (let n = 0; n < 5; n++) sent.push(await agent.messages.send(id, { body: `${n}` }));
    for (const { id: messageId, body } of [...sent, ...sent.slice(0, 2)])
      await agent.messages.edit(id, messageId, { body: `${body}${body}${Math.random()}` });
    const pages = [];
    for (let changedAfter: number | null = 0; changedAfter !== null; ) {
      const page = await contact.messages.list(id, { changedAfter, limit: 2 });
      expect(page.lastChangeSeq).toBe(7);
      pages.push(page.data.map(({ changeSeq }) => changeSeq));
      changedAfter = page.nextCursor === null ? null : Number(page.nextCursor);
    }
    expect(pages).toEqual([[3, 4], [5, 6], [7]]);
  });
});

describe("a deleted message", () => {
  it("leaves its place, and its words nowhere but in the history, which supervisors read and erase", async () => {
    const { workspace, contact, agent, id, asked } = await scene();
    const supervisor = await workspace.agent("supervisor", "Sue");
    await contact.messages.edit(id, asked.id, { body: "Secret 2" });
    const gone = await contact.messages.delete(id, asked.id);
    expect(gone).toMatchObject({ seq: 1, body: "", payload: null, deletedBy: { kind: "contact" }, changeSeq: 2 });
    expect(await dataOf(contact, id)).toContainEqual(gone);
    expect(await dataOf(agent, id)).toContainEqual(gone);
    await expect(agent.messages.versions(id, asked.id)).rejects.toMatchObject({ code: "forbidden" });
    const { data } = await supervisor.messages.versions(id, asked.id);
    expect(data.map(({ change, body }) => [change, body])).toEqual([
      ["edited", "Secret 1"],
      ["deleted", "Secret 2"],
    ]);
    const secrets = async () => (await tenantRows(server.deps.database.db)).filter((row) => row.includes("Secret"));
    const here = (await secrets()).filter((row) => row.includes(workspace.ctx.workspaceId));
    expect(here.map((row) => row.split(" ")[0])).toEqual(["message_versions", "message_versions"]);
    await supervisor.messages.eraseVersions(id, asked.id);
    expect((await secrets()).filter((row) => row.includes(workspace.ctx.workspaceId))).toEqual([]);
  });

  it("stays as it is: again changes nothing, and it cannot be edited", async () => {
    const { agent, id, answered } = await scene();
    const gone = await agent.messages.delete(id, answered.id);
    const before = await tenantRows(server.deps.database.db);
    expect(await agent.messages.delete(id, answered.id)).toEqual(gone);
    await expect(agent.messages.edit(id, answered.id, { body: "x" })).rejects.toMatchObject({
      code: "message_deleted",
    });
    expect(await tenantRows(server.deps.database.db)).toEqual(before);
  });

  it("two who change it at once are one after the other", async () => {
    const { agent, id, answered } = await scene();
    const [edit, gone, again] = await Promise.allSettled([
      agent.messages.edit(id, answered.id, { body: "Answer 2" }),
      agent.messages.delete(id, answered.id),
      agent.messages.delete(id, answered.id),
    ]);
    const [message] = (await agent.messages.list(id, { changedAfter: 0 })).data;
    expect(message?.deletedAt).not.toBeNull();
    expect(message?.changeSeq).toBe(edit.status === "fulfilled" ? 2 : 1);
    expect([gone.status, again.status]).toEqual(["fulfilled", "fulfilled"]);
  });
});

describe("who may", () => {
  it("nobody edits another's words; supervisors delete them", async () => {
    const { workspace, contact, agent, id, asked, answered } = await scene();
    const [colleague, supervisor] = [await workspace.agent("agent"), await workspace.agent("supervisor")];
    const bot = createServerClient({ host: server.url, apiKey: await workspace.apiKey() });
    const refused: (() => Promise<unknown>)[] = [
      () => contact.messages.edit(id, answered.id, { body: "x" }),
      () => contact.messages.delete(id, answered.id),
      () => agent.messages.edit(id, asked.id, { body: "x" }),
      () => agent.messages.delete(id, asked.id),
      () => colleague.messages.edit(id, answered.id, { body: "x" }),
      () => colleague.messages.delete(id, answered.id),
      () => bot.messages.delete(id, answered.id),
      () => supervisor.messages.edit(id, answered.id, { body: "x" }),
      () => agent.messages.eraseVersions(id, answered.id),
    ];
    const before = await tenantRows(server.deps.database.db);
    for (const attempt of refused) await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    expect(await tenantRows(server.deps.database.db)).toEqual(before);
    expect(await supervisor.messages.delete(id, answered.id)).toMatchObject({ deletedBy: { id: supervisor.id } });
    expect(await supervisor.messages.delete(id, asked.id)).toMatchObject({ deletedBy: { kind: "agent" } });
  });

  it("what the system said stays", async () => {
    const { workspace, contact, id } = await scene();
    const owner = await workspace.agent("owner");
    const [said] = (await dataOf(owner, id)).filter(({ author }) => author.kind === "system");
    for (const attempt of [
      () => owner.messages.delete(id, said?.id ?? ""),
      () => owner.messages.edit(id, said?.id ?? "", { body: "x" }),
      () => contact.messages.delete(id, said?.id ?? ""),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
  });

  it("a program changes what its own key wrote, not what another's did", async () => {
    const { workspace, id } = await scene();
    const [own, other] = await Promise.all(
      [0, 1].map(async () => createServerClient({ host: server.url, apiKey: await workspace.apiKey() })),
    );
    const said = await own?.messages.send(id, { body: "Beep" });
    await expect(other?.messages.edit(id, said?.id ?? "", { body: "x" })).rejects.toMatchObject({ code: "forbidden" });
    expect(await own?.messages.edit(id, said?.id ?? "", { body: "Boop" })).toMatchObject({ body: "Boop" });
    expect(await own?.messages.delete(id, said?.id ?? "")).toMatchObject({ deletedBy: { kind: "bot" } });
  });

  it("a contact for a quarter of an hour and no edit once it is closed, the team at any time", async () => {
    const { contact, agent, id, asked, answered } = await scene();
    const second = await contact.messages.send(id, { body: "Secret 3" });
    await agent.conversations.close(id);
    await expect(contact.messages.edit(id, asked.id, { body: "x" })).rejects.toMatchObject({
      code: "conversation_closed",
    });
    await contact.messages.delete(id, second.id);
    const late = Date.now() + contactChangeWindow + 60_000;
    now = () => new Date(late);
    try {
      await expect(contact.messages.delete(id, asked.id)).rejects.toMatchObject({ code: "change_too_late" });
      expect(await contact.messages.delete(id, second.id), "a repeat").toMatchObject({ body: "" });
      expect(await agent.messages.edit(id, answered.id, { body: "Late" })).toMatchObject({ body: "Late" });
    } finally {
      now = () => new Date();
    }
  });
});

it("the log says what was changed, and never what was said", async () => {
  const { contact, id, asked } = await scene();
  await contact.messages.edit(id, asked.id, { body: "Secret 2" });
  await contact.messages.delete(id, asked.id);
  const rows = await rowsOf<{ type: string; data: object }>(
    server.deps.database.db,
    sql`select type, data from events where conversation_id = ${id} and type in ('message.edited', 'message.deleted') order by id`,
  );
  expect(rows).toEqual([
    { type: "message.edited", data: { messageId: asked.id, seq: 1, changeSeq: 1 } },
    { type: "message.deleted", data: { messageId: asked.id, seq: 1, changeSeq: 2 } },
  ]);
});
