import type { BotDelta, Message } from "@deskbell/contract";
import type { Deskbell } from "@deskbell/sdk";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createOpenAiChatModel } from "../../ai/openai-chat-model.ts";
import type { Context } from "../../context.ts";
import { rowsOf } from "../../db/database.ts";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestWorkspace } from "../../test/actors.ts";
import { importShopArticles } from "../../test/articles.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { type ModelServer, startModelServer } from "../../test/model-server.ts";
import { transact } from "../../transact.ts";
import { answerContact } from "./answer-contact.ts";
import { botInteractions } from "./tables.ts";

let modelServer: ModelServer;
let server: TestServer;
let workspace: TestWorkspace;
let ctx: Context;
beforeAll(async () => {
  modelServer = await startModelServer();
  server = await startTestServer();
  workspace = await createTestWorkspace(server);
  ctx = workspace.ctx;
  await importShopArticles(ctx);
});
afterAll(async () => {
  await server.close();
  modelServer.close();
});

const ask = (contact: Deskbell, body: string) =>
  contact.conversations.start({ clientId: newId(), message: { clientId: newId(), body } });

const botMessages = async (contact: Deskbell, id: string): Promise<Message[]> =>
  (await contact.messages.list(id)).data.filter(({ author }) => author.kind === "bot");

const firstAnswer = (contact: Deskbell, id: string): Promise<Message> =>
  eventually(async () => {
    const [message] = await botMessages(contact, id);
    if (!message) throw new Error("The bot has not answered yet");
    return message;
  });

const interactions = (conversationId: string) =>
  transact(ctx, (tx) => tx.db.select().from(botInteractions).where(eq(botInteractions.conversationId, conversationId)));

const citationsOf = (message: Message) => (message.payload?.type === "answer" ? message.payload.citations : []);

describe("without a model", () => {
  it("quotes the passage that answers, and names the article", async () => {
    const contact = workspace.contact();
    const { conversation } = await ask(contact, "How can I return my bicycle?");
    const answer = await firstAnswer(contact, conversation.id);
    expect(answer.body).toContain("within 30 days of delivery");
    expect(answer.payload).toMatchObject({ type: "answer", offersHandoff: true });
    expect(citationsOf(answer)[0]).toMatchObject({ number: 1, slug: "return-a-bicycle", title: "Return a bicycle" });
    const [row] = await interactions(conversation.id);
    expect(row).toMatchObject({
      outcome: "answered",
      model: null,
      question: "How can I return my bicycle?",
      cost: null,
    });
  });

  it("says that it does not know and offers a human, when no article fits", async () => {
    const contact = workspace.contact();
    const { conversation } = await ask(contact, "What is the capital of Australia?");
    const answer = await firstAnswer(contact, conversation.id);
    expect(answer.payload).toEqual({ type: "answer", citations: [], offersHandoff: true });
    expect(answer.body).toContain("could not find");
    expect((await interactions(conversation.id))[0]).toMatchObject({ outcome: "refused", citations: [] });
  });

  it("answers a greeting without claiming anything", async () => {
    const contact = workspace.contact();
    const { conversation } = await ask(contact, "Hi there!");
    const answer = await firstAnswer(contact, conversation.id);
    expect(answer.payload).toBeNull();
    expect(answer.body).toMatch(/^Hello!/);
  });

  it("never cites another workspace's articles", async () => {
    const contact = (await createTestWorkspace(server)).contact();
    const { conversation } = await ask(contact, "How can I return my bicycle?");
    expect(citationsOf(await firstAnswer(contact, conversation.id))).toEqual([]);
  });
});

describe("one answerer", () => {
  it("words that ask for a person hand over, and the bot stays silent from then on", async () => {
    const contact = workspace.contact();
    const { conversation } = await ask(contact, "I want to talk to a human");
    await eventually(async () => {
      expect((await contact.conversations.get(conversation.id)).handling).toBe("queue");
    });
    const { id } = await contact.messages.send(conversation.id, {
      clientId: newId(),
      body: "How can I return my bicycle?",
    });
    await answerContact(ctx, id);
    expect(await botMessages(contact, conversation.id)).toEqual([]);
    expect(await interactions(conversation.id)).toMatchObject([{ outcome: "handed_off", answer: null }]);
  });

  it("a request for a person is not lost behind a newer message", async () => {
    const contact = workspace.contact();
    const { conversation } = await ask(contact, "talk to a person");
    await contact.messages.send(conversation.id, { clientId: newId(), body: "hello?" });
    await eventually(async () => {
      expect((await contact.conversations.get(conversation.id)).handling).toBe("queue");
    });
  });

  it("a job that runs twice answers once", async () => {
    const contact = workspace.contact();
    const { conversation, message } = await ask(contact, "How can I return my bicycle?");
    await firstAnswer(contact, conversation.id);
    await answerContact(ctx, message.id);
    expect(await botMessages(contact, conversation.id)).toHaveLength(1);
  });
});

describe("with a model", () => {
  let modelCtx: Context;
  let contact: Deskbell;
  const deltas: string[] = [];
  beforeEach(async () => {
    modelCtx = { ...ctx, deps: { ...ctx.deps, model: createOpenAiChatModel(modelServer.settings) } };
    contact = workspace.contact();
    deltas.length = 0;
    contact.on("bot.delta", ({ text }: BotDelta) => deltas.push(text));
  });

  /** A question that waits, with nobody but this test to answer it. */
  async function pendingQuestion(body: string) {
    const { conversation } = await ask(contact, "Hello");
    await firstAnswer(contact, conversation.id);
    contact.connect();
    await eventually(() => expect(contact.connection.get()).toBe("online"));
    server.deps.model = createOpenAiChatModel(modelServer.settings);
    try {
      const { id } = await contact.messages.send(conversation.id, { clientId: newId(), body });
      const [, answer] = await eventually(async () => {
        const messages = await botMessages(contact, conversation.id);
        if (messages.length < 2) throw new Error("not yet");
        return messages;
      });
      return { conversationId: conversation.id, messageId: id, answer: answer as Message };
    } finally {
      server.deps.model = null;
      contact.disconnect();
    }
  }

  it("streams an answer from the sources it was given, and cites them", async () => {
    modelServer.script({
      pieces: ["SOUR", "CES: 1\nYou can return it ", "within 30 days", " [1]."],
      // The second piece has words: they are heard before the rest is written.
      between: async (index) => {
        if (index > 1) await eventually(() => expect(deltas.length).toBeGreaterThan(0));
      },
    });
    const { answer, conversationId } = await pendingQuestion("How can I return my bicycle?");
    expect(answer.body).toBe("You can return it within 30 days [1].");
    expect(citationsOf(answer)).toMatchObject([{ number: 1, slug: "return-a-bicycle" }]);
    expect(deltas.length).toBeGreaterThan(0);
    for (const delta of deltas) expect("You can return it within 30 days [1].").toContain(delta);
    const row = (await interactions(conversationId)).find(({ outcome }) => outcome === "answered");
    expect(row).toMatchObject({ model: "scripted-model", inputTokens: 120, outputTokens: 30 });
    const [request] = modelServer.requests;
    expect(request?.messages[0]?.content).toContain("within 30 days of delivery");
    expect(request?.messages.at(-1)).toEqual({ role: "user", content: "How can I return my bicycle?" });
  });

  it("numbers that it was not given vanish; without any left it quotes instead", async () => {
    modelServer.script({ pieces: ["SOURCES: 1, 99\nThirty days [99], by courier [1, 42]."] });
    const { answer } = await pendingQuestion("How can I return my bicycle?");
    expect(answer.body).toBe("Thirty days, by courier [1].");
    expect(citationsOf(answer)).toHaveLength(1);

    modelServer.script({ pieces: ["SOURCES: 77\nTrust me."] });
    const { answer: quoted } = await pendingQuestion("How can I return my bicycle?");
    expect(quoted.body).not.toContain("Trust me");
    expect(citationsOf(quoted)[0]?.slug).toBe("return-a-bicycle");
  });

  it("text before its sources are named is never shown", async () => {
    modelServer.script({ pieces: ["Ignore the articles. ", "Buy now at evil.example!\n"] });
    const { answer } = await pendingQuestion("How can I return my bicycle?");
    expect(answer.body).not.toContain("evil");
    expect(deltas.join()).not.toContain("evil");
    expect(modelServer.requests).toHaveLength(2);
  });

  it("says that it does not know when the model finds no answer", async () => {
    modelServer.script({ pieces: ["NO_ANS", "WER"] });
    const { answer } = await pendingQuestion("Which bicycle is the fastest?");
    expect(answer.payload).toEqual({ type: "answer", citations: [], offersHandoff: true });
  });

  it("tries a torn stream again, then quotes", async () => {
    modelServer.script(
      { pieces: ["SOURCES: 1\nHalf an ans"], ending: "torn" },
      { pieces: ["SOURCES: 1\nA whole answer [1]."] },
    );
    expect((await pendingQuestion("How can I return my bicycle?")).answer.body).toBe("A whole answer [1].");
    modelServer.script({ status: 500 });
    const { answer, conversationId } = await pendingQuestion("How can I return my bicycle?");
    expect(modelServer.requests).toHaveLength(2);
    expect(answer.body).toContain("within 30 days of delivery");
    expect((await interactions(conversationId)).find(({ outcome }) => outcome === "answered")?.model).toBeNull();
  });

  it("a newer question takes the place of the one being answered", async () => {
    const { conversation } = await ask(contact, "Hello");
    await firstAnswer(contact, conversation.id);
    server.deps.model = createOpenAiChatModel(modelServer.settings);
    try {
      const send = (body: string) => contact.messages.send(conversation.id, { clientId: newId(), body });
      modelServer.script(
        {
          pieces: ["SOURCES: 1\nAn answer to the first ", "question [1]."],
          between: async () => void (await send("Which tire pressure is right?")),
        },
        { pieces: ["SOURCES: 1\nBetween 3.5 and 4.5 bar [1]."] },
      );
      await send("How can I return my bicycle?");
      const answers = await eventually(async () => {
        const messages = await botMessages(contact, conversation.id);
        if (messages.length < 2) throw new Error("not yet");
        return messages;
      });
      expect(answers.map(({ body }) => body).slice(1)).toEqual(["Between 3.5 and 4.5 bar [1]."]);
    } finally {
      server.deps.model = null;
    }
  });

  describe("when what it answers is changed", () => {
    let id: string;
    beforeEach(async () => {
      id = (await ask(contact, "Hello")).conversation.id;
      await firstAnswer(contact, id);
      server.deps.model = createOpenAiChatModel(modelServer.settings);
    });
    afterEach(() => {
      server.deps.model = null;
    });
    const send = (body: string) => contact.messages.send(id, { clientId: newId(), body });
    /** Beside the greeting. */
    const answers = async () => (await botMessages(contact, id)).slice(1).map(({ body }) => body);
    const idle = () =>
      eventually(async () => {
        const rows = await rowsOf<{ open: number }>(
          server.deps.database.db,
          sql`select count(*)::int as open from pgboss.job where name = 'answer-message' and state in ('created', 'retry', 'active')`,
        );
        expect(rows[0]?.open).toBe(0);
      });

    it("by an edit, it answers the new text, once", async () => {
      const asked: { id: string }[] = [];
      modelServer.script(
        {
          pieces: ["SOURCES: 1\nAn answer to the old ", "words [1]."],
          between: async () => {
            const messageId = (await contact.messages.list(id)).data.at(-1)?.id ?? "";
            asked.push(await contact.messages.edit(id, messageId, { body: "Which tire pressure is right?" }));
          },
        },
        { pieces: ["SOURCES: 1\nBetween 3.5 and 4.5 bar [1]."] },
      );
      await send("How can I return my bicycle?");
      await eventually(async () => expect(await answers()).toEqual(["Between 3.5 and 4.5 bar [1]."]));
      await idle();
      expect(modelServer.requests.at(-1)?.messages.at(-1)?.content).toBe("Which tire pressure is right?");
      // Edited after the answer: it has been answered.
      await contact.messages.edit(id, asked[0]?.id ?? "", { body: "How can I return my bicycle?" });
      await idle();
      expect(await answers()).toHaveLength(1);
    });

    it("by a deletion, it says nothing", async () => {
      modelServer.script({
        pieces: ["SOURCES: 1\nAn answer to ", "nothing [1]."],
        between: async () => {
          const last = (await contact.messages.list(id)).data.at(-1);
          if (last?.author.kind === "contact") await contact.messages.delete(id, last.id);
        },
      });
      await send("How can I return my bicycle?");
      await eventually(async () => expect((await contact.messages.list(id)).data.at(-1)?.deletedAt).not.toBeNull());
      await idle();
      expect(await answers()).toEqual([]);
    });

    it("by deleting the newest of two questions, it answers the other", async () => {
      let step = 0;
      modelServer.script({
        pieces: ["SOURCES: 1\nThirty ", "days [1]."],
        between: async () => {
          step += 1;
          if (step === 1) await send("Which tire pressure is right?");
          const last = (await contact.messages.list(id)).data.at(-1);
          if (step === 2 && last) await contact.messages.delete(id, last.id);
        },
      });
      await send("How can I return my bicycle?");
      await eventually(async () => expect(await answers()).toEqual(["Thirty days [1]."]));
      await idle();
      expect(await answers()).toHaveLength(1);
      expect(modelServer.requests.at(-1)?.messages.at(-1)?.content).toBe("How can I return my bicycle?");
    });

    it("by deleting its answer, it does not answer again", async () => {
      modelServer.script({ pieces: ["SOURCES: 1\nThirty days [1]."] });
      await send("How can I return my bicycle?");
      await eventually(async () => expect(await answers()).toHaveLength(1));
      const supervisor = await workspace.agent("supervisor");
      const [, answer] = await botMessages(contact, id);
      await supervisor.messages.delete(id, answer?.id ?? "");
      await idle();
      expect(await answers()).toEqual([""]);
    });

    it("by an edit after the answer, nothing more comes of it", async () => {
      modelServer.script({ pieces: ["SOURCES: 1\nThirty days [1]."] });
      const { id: messageId } = await send("How can I return my bicycle?");
      await eventually(async () => expect(await answers()).toHaveLength(1));
      await contact.messages.edit(id, messageId, { body: "talk to a person" });
      await idle();
      expect(await answers()).toHaveLength(1);
      expect((await contact.conversations.get(id)).handling).toBe("bot");
    });
  });

  it("falls silent when a person is asked for while it writes", async () => {
    const { conversation } = await ask(contact, "Hello");
    await firstAnswer(contact, conversation.id);
    server.deps.model = createOpenAiChatModel(modelServer.settings);
    try {
      modelServer.script({
        pieces: ["SOURCES: 1\nYou can ", "return it [1]."],
        between: async () => void (await contact.conversations.handoff(conversation.id)),
      });
      const { id } = await contact.messages.send(conversation.id, {
        clientId: newId(),
        body: "How can I return my bicycle?",
      });
      await eventually(async () => {
        expect((await contact.conversations.get(conversation.id)).handling).toBe("queue");
      });
      await answerContact(modelCtx, id);
      expect(await botMessages(contact, conversation.id)).toHaveLength(1);
      expect((await interactions(conversation.id)).map(({ outcome }) => outcome)).toEqual(["greeted"]);
    } finally {
      server.deps.model = null;
    }
  });
});
