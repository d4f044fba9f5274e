import type { BotDelta, Message } from "@deskbell/contract";
import type { Deskbell } from "@deskbell/sdk";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createOpenAiChatModel } from "../../ai/openai-chat-model.ts";
import type { Context } from "../../context.ts";
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
