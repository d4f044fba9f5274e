import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { post } from "./post.ts";

export interface Contact {
  token: string;
  conversationId: string;
}

/** A contact who asked for a person. */
export async function createContact(url: string): Promise<Contact> {
  const { token } = await post<{ token: string }>(`${url}/v1/sessions`, null, { channelKey: "demo" });
  const clientId = randomUUID();
  const message = { clientId, body: "Hello" };
  const started = { clientId, message, handoff: true };
  const { conversation } = await post<{ conversation: { id: string } }>(`${url}/v1/conversations`, token, started);
  return { token, conversationId: conversation.id };
}

/** An open socket of a namespace; resolves when it is connected. It comes back by itself as the SDK's does. */
export async function openSocket(url: string, namespace: string, auth: Record<string, string>): Promise<Socket> {
  const socket = io(`${url}${namespace}`, {
    path: "/socket",
    auth,
    transports: ["websocket"],
    forceNew: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 10_000,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  return socket;
}

/** Opens one after the other in several rows, so that connecting is no storm. */
export async function openSockets(url: string, contacts: readonly { token: string }[]): Promise<Socket[]> {
  const sockets: Socket[] = [];
  const waiting = [...contacts];
  const row = async () => {
    for (let contact = waiting.pop(); contact; contact = waiting.pop()) {
      sockets.push(await openSocket(url, "/contact", { token: contact.token }));
    }
  };
  await Promise.all(Array.from({ length: 32 }, row));
  return sockets;
}
