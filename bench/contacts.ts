import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { post } from "./post.ts";

export interface Contact {
  token: string;
  conversationId: string;
}

/** Contacts who have said nothing. */
export async function startSessions(url: string, count: number): Promise<{ token: string }[]> {
  const started: { token: string }[] = [];
  const row = async () => {
    while (started.length < count) started.push(await startSession(url));
  };
  await Promise.all(Array.from({ length: 16 }, row));
  return started.slice(0, count);
}

const startSession = (url: string): Promise<{ token: string }> =>
  post(`${url}/v1/sessions`, null, { channelKey: "demo" });

/** A contact who asked for a person. */
export async function createContact(url: string): Promise<Contact> {
  const { token } = await startSession(url);
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

/**
 * From now on what is told arrives and is not parsed: people's devices would do that, and not on this machine. `heard` gets the `clientId` of each message.
 */
export function hearOnly(socket: Socket, heard?: (clientId: string) => void): void {
  const { decoder } = socket.io as unknown as { decoder: { add(packet: unknown): void } };
  const add = decoder.add.bind(decoder);
  decoder.add = (packet) => {
    if (typeof packet !== "string" || !packet.startsWith(event)) add(packet);
    else if (heard && packet.includes('["message.created",')) heard(clientIdIn.exec(packet)?.[1] ?? "");
  };
}

/** How an event's packet begins: https://socket.io/docs/v4/socket-io-protocol/ */
const event = "2";
const clientIdIn = /"clientId":"([^"]*)"/;

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
