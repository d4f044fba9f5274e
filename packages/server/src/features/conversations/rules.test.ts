import type { ConversationRules } from "@deskbell/contract";
import type { Deskbell } from "@deskbell/sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestWorkspace } from "../../test/actors.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { updateChannel } from "../channels/update-channel.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ work: false });
});
afterAll(() => server.close());

async function site(conversations: Partial<ConversationRules>): Promise<TestWorkspace> {
  const workspace = await createTestWorkspace(server);
  await updateChannel(workspace.ctx, { key: workspace.channelKey }, { conversations });
  return workspace;
}
const say = (body: string) => ({ clientId: newId(), body });
const begin = (contact: Deskbell, body = "Hello?") => contact.conversations.start({ message: say(body) });

/** All that stands anywhere for this contact, a line for each time that it stands. */
async function everything(contact: Deskbell): Promise<string[]> {
  const { data } = await contact.conversations.list();
  const pages = await Promise.all(data.map(({ id }) => contact.messages.list(id)));
  return pages.flatMap((page) => page.data.filter(({ author }) => author.kind === "contact").map(({ body }) => body));
}
const sent = (contact: Deskbell, thread: ReturnType<Deskbell["thread"]>, body: string) =>
  eventually(async () => {
    expect(thread.get().items.filter(({ kind }) => kind === "pending")).toEqual([]);
    expect((await everything(contact)).filter((each) => each === body)).toEqual([body]);
  });

describe("a channel where closed conversations reopen", () => {
  it("takes a contact's words into the closed one: the bot's again, until a person was asked for", async () => {
    const workspace = await site({ afterClose: "reopen" });
    const contact = workspace.contact();
    const { conversation } = await begin(contact);
    await contact.conversations.close(conversation.id);
    await contact.messages.send(conversation.id, say("One more thing"));
    expect((await contact.conversations.get(conversation.id)).handling).toBe("bot");
    await contact.conversations.handoff(conversation.id);
    await contact.conversations.close(conversation.id);
    await contact.messages.send(conversation.id, say("And another"));
    expect((await contact.conversations.get(conversation.id)).handling).toBe("queue");
  });
});

describe("a channel where a closed conversation stays closed", () => {
  it("refuses a contact's words by name, and the SDK begins another with them, once", async () => {
    const contact = (await site({ afterClose: "new" })).contact();
    const { conversation } = await begin(contact);
    const thread = contact.thread(conversation.id);
    await contact.conversations.close(conversation.id);
    const refused = contact.messages.send(conversation.id, say("Refused"));
    await expect(refused).rejects.toMatchObject({ code: "conversation_closed", status: 409 });
    for (const body of ["Kept", "in", "order"]) thread.send(body);
    await sent(contact, thread, "order");
    expect(thread.get().conversationId).not.toBe(conversation.id);
    const { data } = await contact.messages.list(thread.get().conversationId ?? "");
    expect(data.map(({ body }) => body)).toEqual(["Kept", "in", "order"]);
    thread.close();
  });

  it("keeps words that moved when the answer is lost, and stores them once", async () => {
    const workspace = await site({ afterClose: "new" });
    let lost = 0;
    const contact = workspace.contact({
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        // The server has it; the client never hears so.
        if (String(input).endsWith("/v1/conversations") && init?.method === "POST" && lost++ === 1)
          throw new TypeError("The connection broke");
        return response;
      },
    });
    const { conversation } = await begin(contact);
    await contact.conversations.close(conversation.id);
    const thread = contact.thread(conversation.id);
    thread.send("Only once");
    await sent(contact, thread, "Only once");
    expect(lost).toBeGreaterThan(1);
    expect((await contact.conversations.list()).data).toHaveLength(2);
    thread.close();
  });
});

describe("a channel with one conversation at a time", () => {
  it("refuses another while one is open, and names it; the SDK writes into that one, once", async () => {
    const workspace = await site({ several: false });
    const contact = workspace.contact();
    const { conversation } = await begin(contact);
    await expect(begin(contact)).rejects.toMatchObject({
      code: "conversation_open",
      status: 409,
      fields: { conversationId: conversation.id },
    });
    const thread = contact.thread(null);
    await thread.handoff();
    thread.send("Meant to begin another");
    await sent(contact, thread, "Meant to begin another");
    expect(thread.get().conversationId).toBe(conversation.id);
    // The wish for a person moved with the words.
    expect((await contact.conversations.get(conversation.id)).handling).toBe("queue");
    expect((await contact.conversations.list()).data).toHaveLength(1);
    thread.close();
  });

  it("lets one of many begin, when all begin at once", async () => {
    const contact = (await site({ several: false })).contact();
    await contact.start();
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, (_, n) => begin(contact, `${n}`)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conversation_open" });
    expect((await contact.conversations.list()).data).toHaveLength(1);
  });

  it("answers a repeated start with the first, and lets another begin once that is closed", async () => {
    const contact = (await site({ several: false })).contact();
    const input = { clientId: newId(), message: say("First") };
    const { conversation } = await contact.conversations.start(input);
    expect((await contact.conversations.start(input)).conversation.id).toBe(conversation.id);
    await contact.conversations.close(conversation.id);
    expect((await begin(contact)).conversation.id).not.toBe(conversation.id);
  });

  it("reopens none while another is open: the words go into that one", async () => {
    const contact = (await site({ several: false, afterClose: "reopen" })).contact();
    const first = (await begin(contact)).conversation.id;
    await contact.conversations.close(first);
    const second = (await begin(contact)).conversation.id;
    const thread = contact.thread(first);
    thread.send("To the old one");
    await sent(contact, thread, "To the old one");
    expect(thread.get().conversationId).toBe(second);
    expect((await contact.conversations.get(first)).handling).toBe("closed");
    thread.close();
  });

  it("does not count what a ticket holds", async () => {
    const contact = (await site({ several: false })).contact();
    await contact.tickets.create({ subject: "Broken", body: "It is" });
    const { conversation } = await begin(contact);
    await contact.conversations.escalate(conversation.id);
    await begin(contact);
    expect((await contact.conversations.list()).data).toHaveLength(3);
  });
});

describe("who ended it", () => {
  it("stands in the thread: the contact, or an agent by name", async () => {
    const workspace = await site({});
    const contact = workspace.contact();
    const agent = await workspace.agent("agent", "Ada");
    const ends = async (end: (id: string) => Promise<unknown>) => {
      const { conversation } = await begin(contact);
      await end(conversation.id);
      const [line] = (await contact.messages.list(conversation.id)).data.slice(-1);
      return line?.payload?.type === "activity" ? line.payload.activity : null;
    };
    expect(await ends(contact.conversations.close)).toEqual({ name: "closed", by: "contact", agentName: null });
    expect(await ends(agent.conversations.close)).toEqual({ name: "closed", by: "team", agentName: "Ada" });
  });
});
