import type { ChatServer } from "./chat-server.ts";
import { type Contact, hearOnly, openSocket, openSockets } from "./contacts.ts";
import type { Wire } from "./load.ts";
import { post } from "./post.ts";

/** From contacts, all of them connected, by Deskbell's API to an agent's socket. */
export async function deskbellWire(server: ChatServer, contactCount: number): Promise<Wire> {
  const contacts = await server.contacts(contactCount);
  const sockets = await openSockets(server.url, contacts);
  const agent = await openSocket(server.url, "/agent", { apiKey: server.apiKey });
  let onHeard: (id: string) => void = () => undefined;
  hearOnly(agent, (id) => onHeard(id));
  for (const socket of sockets) hearOnly(socket);
  let turn = 0;
  return {
    send: (clientId) => {
      // There is at least one: the count is ours.
      const { token, conversationId } = contacts[turn++ % contacts.length] as Contact;
      const body = "How long does it take until somebody reads this?";
      return post(`${server.url}/v1/conversations/${conversationId}/messages`, token, { clientId, body });
    },
    onHeard: (heard) => {
      onHeard = heard;
    },
    workers: server.workers,
    close: () => {
      for (const socket of [...sockets, agent]) socket.disconnect();
    },
  };
}
