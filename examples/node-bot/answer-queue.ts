import type { OfferInput, ServerClient } from "@deskbell/sdk/node";

/** What the contact may choose with one press; the answer comes as their message, with this value in its payload. */
const topics: OfferInput = {
  type: "quick_replies",
  options: [
    { value: "order", text: "An order" },
    { value: "account", text: "My account" },
    { value: "other", text: "Something else" },
  ],
};

/** Answers whoever waits for a person, and leaves the team a note. Safe to run again: what was said is never said twice. */
export async function answerQueue(client: ServerClient, answer: string): Promise<number> {
  let answered = 0;
  for await (const conversation of client.all((page) => client.conversations.list({ view: "queue", ...page }))) {
    const waitsFor = conversation.lastMessage?.author.kind;
    if (waitsFor === "bot") continue;
    // The same clientId again is the same message: a bot that restarts repeats nothing.
    await client.messages.send(conversation.id, { clientId: `bot-${conversation.id}`, body: answer, payload: topics });
    await client.notes.create(conversation.id, {
      clientId: `bot-note-${conversation.id}`,
      body: "The bot has greeted; nobody has looked into it yet.",
    });
    answered += 1;
  }
  return answered;
}
