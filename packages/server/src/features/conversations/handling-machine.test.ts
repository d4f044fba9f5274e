import type { ConversationRules, Message } from "@deskbell/contract";
import type { Team } from "@deskbell/sdk/agent";
import { and, eq, like } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { events } from "../../db/events.ts";
import { newId } from "../../ids.ts";
import { runJob } from "../../jobs/jobs.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { transact } from "../../transact.ts";
import { agents as agentRows } from "../agents/tables.ts";
import { answerMessage } from "../bot/index.ts";
import { updateChannel } from "../channels/update-channel.ts";
import { giveChats } from "./give-chats.ts";
import { returnChats } from "./return-chats.ts";
import { conversations } from "./tables.ts";
import { tendIdle } from "./tend-idle.ts";

let server: TestServer;
let workspace: TestWorkspace;
let agents: TestAgent[];
let offsetMs = 0;
let team: Team;
beforeAll(async () => {
  // Nobody works on jobs: the bot's turn and the look for silent contacts are among the actions.
  server = await startTestServer({ now: () => new Date(Date.now() + offsetMs), work: false });
  workspace = await createTestWorkspace(server);
  const idle = { warnAfterMinutes: 20, closeAfterMinutes: 20, makeTicket: false };
  await updateChannel(workspace.ctx, { key: workspace.channelKey }, { idle });
  agents = [await workspace.agent("agent", "Ada"), await workspace.agent("agent", "Grace")];
  for (const agent of agents) agent.connect();
  await eventually(() => expect(agents.map(({ connection }) => connection.get())).toEqual(["online", "online"]));
  await server.app.presence.settled();
  team = await (await workspace.agent("admin")).teams.create({ name: "Billing" });
});
afterAll(async () => {
  for (const agent of agents) agent.disconnect();
  await server.close();
});

const say = (body: string) => ({ clientId: newId(), body });

/** What anybody may try at any time; a refusal is a fine outcome, a broken invariant is not. */
const actions = {
  "contact writes": ({ contact, id }: Scene) => contact.messages.send(id, say("How do I fly?")),
  "contact asks for a person": ({ contact, id }: Scene) => contact.conversations.handoff(id),
  "contact closes": ({ contact, id }: Scene) => contact.conversations.close(id),
  "contact escalates": ({ contact, id }: Scene) => contact.conversations.escalate(id, {}),
  "bot takes its turn": async ({ contact, id }: Scene) => {
    const { data } = await contact.messages.list(id, { limit: 200 });
    const asked = data.filter(({ author }) => author.kind === "contact");
    const input = { messageId: asked.at(-1)?.id };
    await runJob(server.deps, answerMessage, { workspaceId: workspace.ctx.workspaceId, input });
  },
  "Ada writes": ({ id }: Scene) => agents[0]?.messages.send(id, say("Hello")),
  "Ada claims": ({ id }: Scene) => agents[0]?.conversations.claim(id),
  "Grace claims": ({ id }: Scene) => agents[1]?.conversations.claim(id),
  "Grace gives it to Ada": ({ id }: Scene) => agents[1]?.conversations.assign(id, { agentId: agents[0]?.id ?? null }),
  "Grace puts it back": ({ id }: Scene) => agents[1]?.conversations.assign(id, { agentId: null }),
  "Grace transfers to Ada": ({ id }: Scene) =>
    agents[1]?.conversations.transfer(id, { agentId: agents[0]?.id ?? "", note: "Yours, I think" }),
  "Ada transfers to Grace": ({ id }: Scene) => agents[0]?.conversations.transfer(id, { agentId: agents[1]?.id ?? "" }),
  "Ada transfers to a team": ({ id }: Scene) =>
    agents[0]?.conversations.transfer(id, { teamId: team.id, note: "For you" }),
  "Grace transfers to everybody": ({ id }: Scene) => agents[1]?.conversations.transfer(id, { teamId: null }),
  "Ada closes": ({ id }: Scene) => agents[0]?.conversations.close(id),
  "time passes": () => {
    offsetMs += 20 * 60_000;
    return tendIdle(server.deps);
  },
  "Ada goes away": () => agents[0]?.agents.update(agents[0].id, { status: "away" }),
  "Ada returns": () => agents[0]?.agents.update(agents[0].id, { status: "online" }),
  "Ada was gone for too long": async () => {
    const isAda = eq(agentRows.id, agents[0]?.id ?? "");
    const [ada] = await transact(workspace.ctx, ({ db }) => db.select().from(agentRows).where(isAda));
    if (ada?.unavailableSince) await returnChats(workspace.ctx, ada.id, ada.unavailableSince);
  },
  "what waits is given": () => giveChats(workspace.ctx),
  "the channel gives": () => updateChannel(workspace.ctx, { key: workspace.channelKey }, { assignment: "automatic" }),
  "agents take": () => updateChannel(workspace.ctx, { key: workspace.channelKey }, { assignment: "manual" }),
  "closed ones reopen": () => rule({ afterClose: "reopen" }),
  "closed ones stay closed": () => rule({ afterClose: "new" }),
};
const rule = (conversations: Partial<ConversationRules>) =>
  updateChannel(workspace.ctx, { key: workspace.channelKey }, { conversations });
type Action = keyof typeof actions;

interface Scene {
  contact: ReturnType<TestWorkspace["contact"]>;
  id: string;
}

// A step is one to three actions at once.
const step = fc.array(fc.constantFrom(...(Object.keys(actions) as Action[])), { minLength: 1, maxLength: 3 });

it("whatever is done by whomever, in whatever order, the invariants hold and the bot never speaks after a human was asked for", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const contact = workspace.contact();
      const { conversation } = await contact.conversations.start({ message: say("How do I swim?") });
      const scene = { contact, id: conversation.id };
      for (const names of steps) {
        await Promise.allSettled(names.map((name) => actions[name](scene)));
        await checkInvariants(scene);
      }
    }),
    { numRuns: 30, seed: 20261120 },
  );
}, 120_000);

async function checkInvariants({ contact, id }: Scene): Promise<void> {
  const { row, moves } = await transact(workspace.ctx, async ({ db }) => ({
    row: (await db.select().from(conversations).where(eq(conversations.id, id)))[0],
    moves: await db
      .select()
      .from(events)
      .where(and(eq(events.conversationId, id), like(events.type, "conversation.%"))),
  }));
  if (!row) throw new Error("The conversation is gone");
  expect(row.queuedAt !== null, "waits since an instant when it waits").toBe(row.handling === "queue");
  if (row.handling === "queue" && row.keptQueuedAt) expect(row.queuedAt, "keeps its place").toEqual(row.keptQueuedAt);
  if (row.handling === "closed") expect(row.keptQueuedAt, "a place is of one wait").toBeNull();
  if (row.handling === "agent") expect(row.assigneeId).not.toBeNull();
  if (row.handling === "queue") expect(row.assigneeId).toBeNull();
  if (row.handling === "bot") expect([row.assigneeId, row.humanRequestedAt]).toEqual([null, null]);
  if (row.handling === "bot") expect(row.teamId).toBeNull();
  if (row.teamId) expect(moves.map(({ type }) => type)).toContain("conversation.transferred");

  // Who waits for the team is not idle, and nobody is warned who is not.
  if (row.handling === "queue" || row.handling === "closed") expect(row.idleSince).toBeNull();
  if (row.idleWarnedAt) expect(row.idleSince).not.toBeNull();

  const messages = (await contact.messages.list(id, { after: 0, limit: 200 })).data;
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, index) => index + 1));
  const human = messages.findIndex(isHuman);
  const spoken = messages.findLastIndex(({ author }) => author.kind === "bot");
  if (human >= 0) expect(spoken, "the bot's last word").toBeLessThan(human);
  const lastWord = messages.findLast(({ author }) => author.kind !== "system");
  if (lastWord?.author.kind === "contact") expect(row.idleSince, "the contact's word stands last").toBeNull();
  const archived = messages.findLastIndex(({ payload }) => isActivity(payload, "archived"));
  const warning = messages.findLastIndex(({ payload }, at) => at < archived && isActivity(payload, "idle_warned"));
  if (archived >= 0) {
    expect(warning, "a warning stands before").toBeGreaterThanOrEqual(0);
    const between = messages.slice(warning, archived).filter(({ author }) => author.kind !== "system");
    expect(between, "nobody has spoken since the warning").toEqual([]);
  }
  for (const [at, { payload }] of messages.entries()) {
    if (!isActivity(payload, "returned")) continue;
    const last = messages.slice(0, at).findLast(({ author }) => author.kind === "contact" || author.kind === "agent");
    expect(last?.author.kind, "who is gone owes an answer").toBe("contact");
  }
  // The creation is the one move without a line in the thread.
  const lines = messages.filter(({ payload }) => payload?.type === "activity" && isMove(payload.activity.name));
  expect(lines, "a line for every recorded move").toHaveLength(moves.length - 1);
}

const isActivity = (payload: Message["payload"], name: string): boolean =>
  payload?.type === "activity" && payload.activity.name === name;

const isMove = (activity: string): boolean => activity !== "escalated" && activity !== "ticket_status_changed";

/** A human was asked for, or has come. */
const isHuman = ({ author, payload }: Message): boolean =>
  author.kind === "agent" || (payload?.type === "activity" && humanMoves.includes(payload.activity.name));
const humanMoves = [
  "handed_off",
  "claimed",
  "assigned",
  "released",
  "returned",
  "transferred_to_agent",
  "transferred_to_team",
];
