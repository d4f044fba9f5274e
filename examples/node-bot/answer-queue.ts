import type { ServerClient } from "@deskbell/sdk/node";

/** Answers whoever waits for a person, and leaves the team a note. Safe to run again: what was said is never said twice. */
export async function answerQueue(client: ServerClient, answer: string): Promise<number> {
  let answered = 0;
  for await (const conversation of client.all((page) => client.conversations.list({ view: "queue", ...page }))) {
    const waitsFor = conversation.lastMessage?.author.kind;
    if (waitsFor === "bot") continue;
    // The same clientId again is the same message: a bot that restarts repeats nothing.
    await client.messages.send(conversation.id, { clientId: `bot-${conversation.id}`, body: answer });
    await client.notes.create(conversation.id, {
      clientId: `bot-note-${conversation.id}`,
      body: "The bot has greeted; nobody has looked into it yet.",
    });
    answered += 1;
  }
  return answered;
}
