import type { Person } from "./attendance.ts";
import type { Whom } from "./whom.ts";

/** Who is told together, and cut together. */
export const rooms = {
  contact: (id: string) => `contact:${id}`,
  contacts: (workspaceId: string) => `contacts:${workspaceId}`,
  session: (id: string) => `session:${id}`,
  team: (workspaceId: string) => `team:${workspaceId}`,
  agent: (id: string) => `agent:${id}`,
  signIn: (id: string) => `sign-in:${id}`,
  apiKey: (id: string) => `api-key:${id}`,
};

/** Everybody of a network is in no room: those are looked for. */
export function roomOf(whom: Exclude<Whom, { network: string }>): [namespace: string, room: string] {
  if ("contactId" in whom) return ["/contact", rooms.contact(whom.contactId)];
  if ("sessionId" in whom) return ["/contact", rooms.session(whom.sessionId)];
  if ("agentId" in whom) return ["/agent", rooms.agent(whom.agentId)];
  if ("signInId" in whom) return ["/agent", rooms.signIn(whom.signInId)];
  return ["/agent", rooms.apiKey(whom.apiKeyId)];
}

/** Where all sockets of somebody are. */
export const homeOf = ({ audience, id }: Person): string =>
  audience === "contact" ? rooms.contact(id) : rooms.agent(id);
