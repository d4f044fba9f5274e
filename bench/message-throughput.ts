import { createDeskbell } from "@deskbell/sdk";

const contacts = 20;
const messagesEach = 50;

/** How many messages a second are stored when several contacts write at once, each one after the other. */
export async function messageThroughput(host: string): Promise<number> {
  const writers = await Promise.all(Array.from({ length: contacts }, (_, index) => startWriter(host, index)));
  const began = performance.now();
  await Promise.all(writers.map((write) => write()));
  return (contacts * messagesEach * 1000) / (performance.now() - began);
}

/** Handed to the queue at once, so that the bot stays out of the figure. */
async function startWriter(host: string, index: number): Promise<() => Promise<void>> {
  const memory = new Map<string, string>();
  const storage = {
    get: (key: string) => memory.get(key) ?? null,
    set: (key: string, value: string) => void memory.set(key, value),
    remove: (key: string) => void memory.delete(key),
  };
  const contact = createDeskbell({ host, channelKey: "demo", storage });
  await contact.start();
  const clientId = `writer-${String(index).padStart(4, "0")}`;
  const message = { clientId, body: "Hello" };
  const { conversation } = await contact.conversations.start({ clientId, message, handoff: true });
  return async () => {
    for (let round = 0; round < messagesEach; round++) {
      const body = `Message ${round} of writer ${index}`;
      await contact.messages.send(conversation.id, { clientId: `${clientId}-${String(round).padStart(4, "0")}`, body });
    }
  };
}
