import { randomUUID } from "node:crypto";
import type { Socket } from "socket.io-client";
import type { Part } from "./chat.ts";
import type { ChatServer } from "./chat-server.ts";
import { type Contact, openSockets } from "./contacts.ts";
import { summarize } from "./measure.ts";
import { get, post } from "./post.ts";

/** All sockets are cut at once and come back as the SDK's do; each then reads what it missed. */
export const reconnectStorm: Part = async function* (server, short) {
  const contacts = await server.contacts(short ? 1000 : 5000);
  const sockets = await openSockets(server.url, contacts);
  const byToken = new Map(contacts.map((contact) => [contact.token, contact]));
  const began = performance.now();
  const converged = sockets.map(async (socket) => {
    // Opened with a contact's token, above.
    const contact = byToken.get((socket.auth as { token: string }).token) as Contact;
    await cut(socket);
    await catchUp(server, contact);
    return performance.now() - began;
  });
  const missed = contacts.filter((_, index) => index % 100 === 0);
  await Promise.all(missed.map((contact) => answer(server, contact)));
  const { p50, p99, max } = summarize(await Promise.all(converged));
  for (const contact of missed) await isThere(server, contact);
  for (const socket of sockets) socket.disconnect();
  const figures = { "p50 s": p50 / 1000, "p99 s": p99 / 1000, "all s": max / 1000 };
  yield { what: `${contacts.length} contacts cut at once, all converged`, figures };
};

/** Ends the connection below Socket.IO, which then reconnects; resolves when it has. */
async function cut(socket: Socket): Promise<void> {
  const back = new Promise<void>((resolve) => void socket.once("connect", resolve));
  socket.io.engine.close();
  await back;
}

interface Messages {
  data: { body: string }[];
}

const lastRead = 2;
const catchUp = ({ url }: ChatServer, { token, conversationId }: Contact): Promise<Messages> =>
  get(`${url}/v1/conversations/${conversationId}/messages?after=${lastRead}`, token);

const answer = ({ url, apiKey }: ChatServer, { conversationId }: Contact): Promise<unknown> =>
  post(`${url}/v1/agent/conversations/${conversationId}/messages`, apiKey, { clientId: randomUUID(), body: "Back?" });

/** Among the newest: the conversation may be long from what was measured before. */
async function isThere({ url }: ChatServer, { token, conversationId }: Contact): Promise<void> {
  const { data } = await get<Messages>(`${url}/v1/conversations/${conversationId}/messages`, token);
  if (!data.some(({ body }) => body === "Back?")) throw new Error("A message sent during the storm was not found");
}
