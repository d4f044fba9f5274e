import type { Deskbell } from "@deskbell/sdk";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { replay } from "../../test/replay.ts";
import { refreshPlaces } from "./refresh-places.ts";
import { updatePlaces } from "./update-places.ts";

const minute = 60_000;
let server: TestServer;
let ahead = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + ahead) });
});
afterAll(() => server.close());

let workspace: TestWorkspace;
let agent: TestAgent;
beforeEach(async () => {
  workspace = await createTestWorkspace(server);
  agent = await workspace.agent("admin");
});

interface Waiting {
  contact: Deskbell;
  id: string;
}
async function waits(): Promise<Waiting> {
  const contact = workspace.contact();
  const { conversation } = await contact.conversations.start({ message: { body: "Hello?" }, handoff: true });
  return { contact, id: conversation.id };
}
async function queueOf(count: number): Promise<Waiting[]> {
  const queue: Waiting[] = [];
  for (let n = 0; n < count; n++) queue.push(await waits());
  return queue;
}
const placeOf = async ({ contact, id }: Waiting) => (await contact.conversations.get(id)).queue;
const positions = async (queue: Waiting[]) =>
  (await Promise.all(queue.map(placeOf))).map((place) => place?.position ?? null);
const become = (queue: Waiting[], expected: (number | null)[]) =>
  eventually(async () => expect(await positions(queue)).toEqual(expected));
const waitOf = async (waiting: Waiting) => (await placeOf(waiting))?.expectedWaitSeconds;

describe("a waiting contact's place", () => {
  it("is right after arrivals, claims, ends and releases", async () => {
    const queue = await queueOf(4);
    const [a, b, c] = queue as [Waiting, Waiting, Waiting];
    await become(queue, [1, 2, 3, 4]);
    await agent.conversations.claim(b.id);
    await become(queue, [1, null, 2, 3]);
    await a.contact.conversations.close(a.id);
    await become(queue, [null, null, 1, 2]);
    await agent.conversations.assign(b.id, { agentId: null });
    await become(queue, [null, 1, 2, 3]);
    await agent.messages.send(c.id, { body: "Here I am" });
    await become(queue, [null, 1, null, 2]);
    await become([await waits()], [3]);
  });

  it("is one of their own queue, team or everybody's", async () => {
    const queue = await queueOf(4);
    const [a, b, c] = queue as [Waiting, Waiting, Waiting];
    const { id: teamId } = await agent.teams.create({ name: "Billing" });
    await agent.conversations.transfer(c.id, { teamId });
    await become(queue, [1, 2, 1, 3]);
    await agent.conversations.transfer(b.id, { teamId });
    await become(queue, [1, 1, 2, 2]);
    await agent.conversations.claim(a.id);
    await agent.conversations.transfer(a.id, { teamId });
    await become(queue, [1, 2, 3, 1]);
    await agent.teams.delete(teamId);
    await become(queue, [1, 2, 3, 4]);
  });

  it("is told as it is read afresh, and after a pause as well", async () => {
    const [first, second] = (await queueOf(2)) as [Waiting, Waiting];
    const thread = second.contact.thread(second.id);
    for (const side of [second.contact, agent]) side.connect();
    await eventually(() => expect(thread.get().conversation).toMatchObject({ queue: { position: 2 } }));
    await eventually(() => expect(agent.connection.get()).toBe("online"));
    await replay(second.contact, agent, () => agent.conversations.claim(first.id));
    await eventually(() => expect(thread.get().conversation).toMatchObject({ queue: { position: 1 } }));
    second.contact.disconnect();
    await agent.conversations.assign(first.id, { agentId: null });
    await become([second], [2]);
    second.contact.connect();
    await eventually(() => expect(thread.get().conversation).toMatchObject({ queue: { position: 2 } }));
    await agent.conversations.claim(second.id);
    await eventually(() => expect(thread.get().conversation).toMatchObject({ handling: "agent", queue: null }));
    thread.close();
    for (const side of [second.contact, agent]) side.disconnect();
  });

  it("is told to those only who have moved", async () => {
    const queue = await queueOf(6);
    await become(queue, [1, 2, 3, 4, 5, 6]);
    const told: string[] = [];
    for (const { contact, id } of queue) {
      contact.on("place.updated", () => told.push(id));
      contact.connect();
    }
    await eventually(() => expect(queue.map(({ contact }) => contact.connection.get())).not.toContain("connecting"));
    await agent.conversations.claim(queue[3]?.id ?? "");
    await become(queue, [1, 2, 3, null, 4, 5]);
    await eventually(() => expect(told).toHaveLength(2));
    expect(told).toEqual([queue[4]?.id, queue[5]?.id]);
    for (const { contact } of queue) contact.disconnect();
  });

  it("of two hundred is written by a handful of statements", async () => {
    const { workspaceId } = workspace.ctx;
    const [sample] = (await queueOf(1)) as [Waiting];
    await become([sample], [1]);
    await server.deps.database.db.execute(sql`
      insert into conversations (id, workspace_id, channel_id, contact_id, client_id, handling, last_seq, contact_read_seq,
        agent_read_seq, queued_at, human_requested_at, created_at, updated_at)
      select gen_random_uuid(), workspace_id, channel_id, contact_id, 'c-' || n, 'queue', 0, 0, 0,
        queued_at + n * interval '1 second', queued_at, created_at, updated_at
      from conversations, generate_series(1, 200) n where workspace_id = ${workspaceId}`);
    const { ctx, asked } = countingContext();
    await updatePlaces(ctx);
    expect(asked.splice(0)).toEqual(["execute", "delete", "select", "select", "select", "insert"]);
    await updatePlaces(ctx);
    expect(asked).not.toContain("insert");
    expect(await placeOf(sample)).toMatchObject({ position: 1 });
  });
});

/** The workspace's context, and what is asked of the database in it. */
function countingContext() {
  const asked: string[] = [];
  const { database } = server.deps;
  const counting = <T extends object>(tx: T): T =>
    new Proxy(tx, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name);
        if (["execute", "select", "insert", "update", "delete"].includes(String(name))) asked.push(String(name));
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
  const transaction: typeof database.transaction = (workspaceId, work) =>
    database.transaction(workspaceId, (db, conclude) => work(counting(db), conclude));
  const deps = { ...server.deps, database: { ...database, transaction } };
  return { ctx: { ...workspace.ctx, deps }, asked };
}

describe("the expected wait", () => {
  /** Somebody comes, waits so long and is answered. */
  async function answered(waitMs: number): Promise<void> {
    const { id } = await waits();
    ahead += waitMs;
    await agent.conversations.claim(id);
  }

  it("is unknown until enough have been answered, then known by place, and unknown again later", async () => {
    for (let n = 0; n < 4; n++) await answered(2 * minute);
    const queue = await queueOf(3);
    const [first, second, third] = queue as [Waiting, Waiting, Waiting];
    await become(queue, [1, 2, 3]);
    expect(await waitOf(first)).toBeNull();
    ahead += 2 * minute;
    await agent.conversations.claim(first.id);
    await eventually(async () => expect([await waitOf(second), await waitOf(third)]).toEqual([180, 300]));
    // Nobody has come for too long: what was usual holds no more.
    ahead += 30 * minute;
    await refreshPlaces(server.deps);
    expect([await waitOf(second), await waitOf(third)]).toEqual([null, null]);
    expect(await positions(queue)).toEqual([null, 1, 2]);
    // Nor does what was long ago.
    for (const { id } of [second, third]) await agent.conversations.claim(id);
    ahead += 4 * 60 * minute;
    const last = await waits();
    await become([last], [1]);
    expect(await waitOf(last)).toBeNull();
  });

  it("is a queue's own: another team's says nothing about it", async () => {
    const { id: teamId } = await agent.teams.create({ name: "Slow" });
    for (let n = 0; n < 5; n++) await answered(minute / 2);
    const [here, there] = (await queueOf(2)) as [Waiting, Waiting];
    await agent.conversations.transfer(there.id, { teamId });
    await become([here, there], [1, 1]);
    expect(await waitOf(here)).toBe(60);
    expect(await waitOf(there)).toBeNull();
  });

  it("counts no second wait of one who was put back", async () => {
    for (let n = 0; n < 5; n++) await answered(minute / 2);
    for (let n = 0; n < 6; n++) {
      const { id } = await waits();
      await agent.conversations.claim(id);
      ahead += 20 * minute;
      await agent.conversations.assign(id, { agentId: null });
      await agent.conversations.claim(id);
    }
    const last = await waits();
    await become([last], [1]);
    expect(await waitOf(last)).toBe(60);
  });
});
