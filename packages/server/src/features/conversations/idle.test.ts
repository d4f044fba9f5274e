import type { Conversation, IdleRules, Message } from "@deskbell/contract";
import type { Deskbell } from "@deskbell/sdk";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { events } from "../../db/events.ts";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { replay } from "../../test/replay.ts";
import { transact } from "../../transact.ts";
import { updateChannel } from "../channels/update-channel.ts";
import { conversations } from "./tables.ts";
import { tendIdle } from "./tend-idle.ts";

let server: TestServer;
let offsetMs = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + offsetMs), work: false });
});
afterAll(() => server.close());

const rules: IdleRules = { warnAfterMinutes: 30, closeAfterMinutes: 10, makeTicket: false };
let workspace: TestWorkspace;
let agent: TestAgent;
let contact: Deskbell;
beforeEach(async () => {
  workspace = await createTestWorkspace(server);
  agent = await workspace.agent("agent", "Ada");
  contact = workspace.contact();
  await setRules(rules);
});

const setRules = (idle: IdleRules | null) => updateChannel(workspace.ctx, { key: workspace.channelKey }, { idle });
/** The clock moves on, and the periodic job has its turn: on two nodes at once. */
async function pass(minutes: number): Promise<void> {
  offsetMs += minutes * 60_000;
  await Promise.all([tendIdle(server.deps), tendIdle(server.deps)]);
}
const say = (body: string) => ({ clientId: newId(), body });

/** An API key writes: to the contact it is a bot. */
const programSays = async (id: string, body: string) =>
  fetch(`${server.url}/v1/agent/conversations/${id}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${await workspace.apiKey()}`, "content-type": "application/json" },
    body: JSON.stringify(say(body)),
  });

/** The contact asked, Ada answered. */
async function answered(): Promise<Conversation> {
  const { conversation } = await contact.conversations.start({ message: say("Is it open on Sunday?"), handoff: true });
  await agent.messages.send(conversation.id, say("Yes, until six."));
  return conversation;
}
const activitiesOf = (messages: Message[]) =>
  messages.flatMap(({ payload }) => (payload?.type === "activity" ? [payload.activity] : []));
const said = async (id: string) => activitiesOf((await contact.messages.list(id)).data).map(({ name }) => name);
const handlingOf = async (id: string) => (await contact.conversations.get(id)).handling;
const warned = "idle_warned";

describe("a contact who stays silent after an answer", () => {
  it("is warned once, and a while later the conversation is archived once, also when two nodes look at once", async () => {
    const { id } = await answered();
    await pass(29);
    expect(await said(id)).not.toContain(warned);
    await pass(1);
    await pass(1);
    expect((await said(id)).slice(-1)).toEqual([warned]);
    expect(activitiesOf((await contact.messages.list(id)).data).at(-1)).toEqual({
      name: warned,
      closesAfterMinutes: 10,
    });
    expect(await handlingOf(id)).toBe("agent");
    await pass(10);
    await pass(60);
    expect((await said(id)).slice(-2)).toEqual([warned, "archived"]);
    expect(await handlingOf(id)).toBe("closed");
    const recorded = await transact(workspace.ctx, ({ db }) =>
      db.select({ type: events.type }).from(events).where(eq(events.conversationId, id)),
    );
    expect(recorded.filter(({ type }) => /warned|archived/.test(type)).map(({ type }) => type)).toEqual([
      "conversation.warned",
      "conversation.archived",
    ]);
  });

  it("who answers after the warning is not archived, and the silence begins anew with the next answer", async () => {
    const { id } = await answered();
    await pass(30);
    await contact.messages.send(id, say("Thanks, and on Monday?"));
    await pass(600);
    expect(await handlingOf(id)).toBe("agent");
    await agent.messages.send(id, say("Also until six."));
    await pass(29);
    expect((await said(id)).filter((name) => name === warned)).toHaveLength(1);
    await pass(1);
    expect((await said(id)).filter((name) => name === warned)).toHaveLength(2);
  });

  it("whatever the team says later takes the warning back", async () => {
    const { id } = await answered();
    await pass(30);
    await agent.messages.send(id, say("One more thing."));
    await pass(11);
    expect(await handlingOf(id)).toBe("agent");
    await pass(19);
    expect((await said(id)).filter((name) => name === warned)).toHaveLength(2);
  });

  it("is warned first also after an outage of days", async () => {
    const { id } = await answered();
    await pass(60 * 24 * 3);
    expect((await said(id)).slice(-1)).toEqual([warned]);
    await pass(9);
    expect(await handlingOf(id)).toBe("agent");
    await pass(1);
    expect(await handlingOf(id)).toBe("closed");
  });
});

describe("what is never archived", () => {
  it.each<[string, () => Promise<string>]>([
    [
      "waits in the queue",
      async () => (await contact.conversations.start({ message: say("Hello?"), handoff: true })).conversation.id,
    ],
    ["waits for the bot", async () => (await contact.conversations.start({ message: say("Hello?") })).conversation.id],
    [
      "was claimed and not answered",
      async () => {
        const { conversation } = await contact.conversations.start({ message: say("Hello?"), handoff: true });
        return (await agent.conversations.claim(conversation.id)).id;
      },
    ],
    [
      "has the contact's word last",
      async () => {
        const { id } = await answered();
        await contact.messages.send(id, say("Really?"));
        return id;
      },
    ],
    [
      "was answered and put back into the queue",
      async () => (await agent.conversations.assign((await answered()).id, { agentId: null })).id,
    ],
    [
      "waits in the queue, though a program has said something meanwhile",
      async () => {
        const { conversation } = await contact.conversations.start({ message: say("Hello?"), handoff: true });
        await programSays(conversation.id, "Somebody will be with you soon");
        return conversation.id;
      },
    ],
    [
      "is held by a ticket",
      async () => {
        const { id } = await answered();
        await agent.conversations.escalate(id);
        return id;
      },
    ],
    [
      "is closed already",
      async () => {
        const { id } = await answered();
        await agent.conversations.close(id);
        return id;
      },
    ],
  ])("what %s", async (_, make) => {
    const id = await make();
    const before = await contact.messages.list(id);
    await pass(60 * 24 * 30);
    await pass(60 * 24 * 30);
    expect(await contact.messages.list(id)).toEqual(before);
  });

  it("what is in a channel without rules, or whose rules were taken away after the warning", async () => {
    const { id } = await answered();
    await pass(30);
    await setRules(null);
    await pass(600);
    expect((await said(id)).slice(-1)).toEqual([warned]);
  });
});

it("a silent contact of the bot is asked too, and their words after it make the conversation the bot's again", async () => {
  await updateChannel(workspace.ctx, { key: workspace.channelKey }, { conversations: { afterClose: "reopen" } });
  const { conversation } = await contact.conversations.start({ message: say("Hello?") });
  const { id } = conversation;
  await programSays(id, "A program's answer");
  await pass(30);
  await pass(10);
  expect(await handlingOf(id)).toBe("closed");
  await contact.messages.send(id, say("Back again"));
  expect(await handlingOf(id)).toBe("bot");
});

it("where the channel wants a ticket, it holds the archived conversation, and the contact's next words reopen it", async () => {
  await setRules({ ...rules, makeTicket: true });
  const { id } = await answered();
  await pass(30);
  await pass(10);
  const [ticket] = (await agent.tickets.list({ view: "all" })).data;
  expect(ticket).toMatchObject({
    subject: "Is it open on Sunday?",
    status: "open",
    source: "chat",
    conversationId: id,
  });
  expect((await said(id)).slice(-3)).toEqual([warned, "escalated", "archived"]);
  expect((await contact.tickets.list()).data).toHaveLength(1);
  await contact.messages.send(id, say("I was away"));
  expect(await handlingOf(id)).toBe("queue");
});

it("both sides hear of it: state before and events heard give the state fetched afresh", async () => {
  await setRules({ ...rules, makeTicket: true });
  await answered();
  contact.connect();
  agent.connect();
  await replay(contact, agent, async () => {
    await pass(30);
    await pass(10);
  });
  contact.disconnect();
  agent.disconnect();
});

it("what an outage has left is worked off in bounded rounds, the longest silent first", async () => {
  const { contact: self } = await contact.start();
  const channel = (await agent.channels.list()).data.find(({ key }) => key === workspace.channelKey);
  const ids = Array.from({ length: 205 }, newId);
  await transact(workspace.ctx, async ({ db, now, workspaceId }) => {
    const shared = { workspaceId, contactId: self.id, channelId: channel?.id ?? "", handling: "bot" as const };
    const seqs = { lastSeq: 0, contactReadSeq: 0, agentReadSeq: 0 };
    const minuteAgo = new Date(now.getTime() - 60_000);
    await db.insert(conversations).values(
      ids.map((id, n) => {
        const idleSince = n === ids.length - 1 ? minuteAgo : now;
        return { id, clientId: id, ...shared, ...seqs, idleSince, createdAt: now, updatedAt: now };
      }),
    );
  });
  const warnedIds = async () => {
    const rows = await transact(workspace.ctx, ({ db }) =>
      db.select().from(conversations).where(eq(conversations.contactId, self.id)),
    );
    return rows.filter(({ idleWarnedAt }) => idleWarnedAt).map(({ id }) => id);
  };
  offsetMs += 31 * 60_000;
  await tendIdle(server.deps);
  const first = await warnedIds();
  expect(first).toHaveLength(200);
  expect(first).toContain(ids.at(-1));
  await tendIdle(server.deps);
  expect(await warnedIds()).toHaveLength(205);
}, 60_000);
