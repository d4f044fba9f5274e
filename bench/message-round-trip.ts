import { createDeskbell } from "@deskbell/sdk";
import { createAgentClient } from "@deskbell/sdk/agent";
import { type Summary, summarize } from "./measure.ts";

const rounds = 300;

/** How long after a contact's request an agent's socket hears the message; one message at a time. */
export async function messageRoundTrip(host: string, apiKey: string): Promise<Summary> {
  const contact = createDeskbell({ host, channelKey: "demo" });
  await contact.start();
  const started = { clientId: "bench-start", message: { clientId: "bench-start", body: "Hello" }, handoff: true };
  const { conversation } = await contact.conversations.start(started);

  const agent = createAgentClient({ host, apiKey });
  const online = new Promise<void>((resolve) => {
    agent.connection.subscribe((state) => state === "online" && resolve());
  });
  agent.connect();
  await online;

  const milliseconds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const clientId = `bench-${String(round).padStart(6, "0")}`;
    const heard = new Promise<void>((resolve) => {
      const stop = agent.on("message.created", (message) => {
        if (message.clientId !== clientId) return;
        stop();
        resolve();
      });
    });
    const began = performance.now();
    await Promise.all([heard, contact.messages.send(conversation.id, { clientId, body: "How long does it take?" })]);
    milliseconds.push(performance.now() - began);
  }
  agent.disconnect();
  return summarize(milliseconds);
}
