import type { Conversation, Deskbell, Ticket } from "@deskbell/sdk";
import {
  type Agent,
  type AgentClient,
  type Message,
  type Note,
  type QueueCounts,
  type Team,
  type TeamConversation,
  type TeamTicket,
  withMessage,
} from "@deskbell/sdk/agent";
import { expect } from "vitest";
import { eventually } from "./eventually.ts";

interface View<C, T> {
  conversations: Record<string, C>;
  messages: Record<string, Message>;
  tickets: Record<string, T>;
}
type ContactView = View<Conversation, Ticket>;
type TeamView = View<TeamConversation, TeamTicket> & {
  notes: Record<string, Note>;
  queue: Omit<QueueCounts, "mine" | "version">;
  agents: Record<string, Agent>;
  teams: Record<string, Team>;
};

/**
 * Law 4: state before + events heard = state fetched afresh, for the contact and for the team. Both must be connected.
 * Runs `act` and fails with the difference.
 */
export async function replay(
  contact: Deskbell,
  agent: AgentClient,
  act: () => Promise<unknown>,
  withinMs = 10_000,
): Promise<void> {
  const { contactView, teamView, stops } = await eventually(() => listen(contact, agent));
  try {
    await act();
    await eventually(async () => {
      expect(contactView, "the contact's events").toEqual(await fetchContactView(contact));
      expect(teamView, "the team's events").toEqual(await fetchTeamView(agent));
    }, withinMs);
  } finally {
    for (const stop of stops) stop();
  }
}

/** Throws when something was told between the fetch and the listening: what came before may still be going on. */
async function listen(contact: Deskbell, agent: AgentClient) {
  const contactView = await fetchContactView(contact);
  const teamView = await fetchTeamView(agent);
  const stops = [...hearContact(contact, contactView), ...hearTeam(agent, teamView)];
  try {
    expect(contactView, "the contact's state").toEqual(await fetchContactView(contact));
    expect(teamView, "the team's state").toEqual(await fetchTeamView(agent));
  } catch (error) {
    for (const stop of stops) stop();
    throw error;
  }
  return { contactView, teamView, stops };
}

const hearContact = (contact: Deskbell, view: ContactView) => [
  contact.on("message.created", (message) => hearMessage(view, message)),
  contact.on("message.updated", (message) => {
    view.messages[message.id] = message;
  }),
  contact.on("conversation.updated", (conversation) => {
    const known = view.conversations[conversation.id]?.queue ?? null;
    view.conversations[conversation.id] = { ...conversation, queue: laterPlace(conversation, known) };
  }),
  contact.on("place.updated", ({ conversationId, queue }) => {
    const known = view.conversations[conversationId];
    if (known) view.conversations[conversationId] = { ...known, queue: laterPlace({ ...known, queue }, known.queue) };
  }),
  contact.on("delivered", ({ conversationId, receiver, seq }) => {
    const conversation = view.conversations[conversationId];
    if (conversation) conversation[receiver === "contact" ? "contactDeliveredSeq" : "agentDeliveredSeq"] = seq;
  }),
  contact.on("ticket.updated", (ticket) => {
    view.tickets[ticket.publicId] = ticket;
  }),
];

const hearTeam = (agent: AgentClient, view: TeamView) => [
  agent.on("message.created", (message) => hearMessage(view, message)),
  agent.on("message.updated", (message) => {
    view.messages[message.id] = message;
  }),
  agent.on("conversation.updated", (conversation) => {
    view.conversations[conversation.id] = conversation;
  }),
  agent.on("delivered", ({ conversationId, receiver, seq }) => {
    const conversation = view.conversations[conversationId];
    if (conversation) conversation[receiver === "contact" ? "contactDeliveredSeq" : "agentDeliveredSeq"] = seq;
  }),
  agent.on("ticket.updated", (ticket) => {
    view.tickets[ticket.publicId] = ticket;
  }),
  agent.on("note.created", (note) => {
    view.notes[note.id] = note;
  }),
  agent.on("queue.updated", ({ version: _, ...queue }) => {
    view.queue = queue;
  }),
  agent.on("presence", ({ agents }) => {
    for (const each of agents) view.agents[each.id] = each;
  }),
  agent.on("agent.removed", ({ id }) => {
    delete view.agents[id];
  }),
  agent.on("team.updated", (team) => {
    view.teams[team.id] = team;
    const { id, name } = team;
    for (const conversation of Object.values(view.conversations))
      if (conversation.team?.id === id) conversation.team = { id, name };
  }),
  agent.on("team.deleted", ({ id }) => {
    delete view.teams[id];
    for (const conversation of Object.values(view.conversations))
      if (conversation.team?.id === id) conversation.team = null;
  }),
];

function hearMessage<C extends Conversation | TeamConversation>(view: View<C, unknown>, message: Message): void {
  view.messages[message.id] = message;
  const conversation = view.conversations[message.conversationId];
  if (conversation) view.conversations[conversation.id] = withMessage(conversation, message);
}

/** A place is told apart from its conversation: the later one holds while it waits. */
function laterPlace({ handling, queue }: Conversation, known: Conversation["queue"]): Conversation["queue"] {
  if (handling !== "queue") return null;
  return known && (!queue || queue.updatedAt < known.updatedAt) ? known : queue;
}

async function fetchContactView(contact: Deskbell): Promise<ContactView> {
  const conversations = (await contact.conversations.list({ limit: 100 })).data;
  const tickets = (await contact.tickets.list({ limit: 100 })).data;
  const messages = await Promise.all(
    conversations.map(({ id }) => contact.messages.list(id, { after: 0, limit: 200 })),
  );
  return {
    conversations: byId(conversations),
    messages: byId(messages.flatMap(({ data }) => data)),
    tickets: byPublicId(tickets),
  };
}

async function fetchTeamView(agent: AgentClient): Promise<TeamView> {
  const open = (await agent.conversations.list({ view: "all", limit: 100 })).data;
  const closed = (await agent.conversations.list({ view: "closed", limit: 100 })).data;
  const conversations = [...open, ...closed];
  const tickets = (await agent.tickets.list({ view: "all", limit: 100 })).data;
  const messages = await Promise.all(conversations.map(({ id }) => agent.messages.list(id, { after: 0, limit: 200 })));
  const notes = await Promise.all(conversations.map(({ id }) => agent.notes.list(id)));
  const { mine: _, version: __, ...queue } = await agent.conversations.counts();
  return {
    conversations: byId(conversations),
    messages: byId(messages.flatMap(({ data }) => data)),
    tickets: byPublicId(tickets),
    notes: byId(notes.flatMap(({ data }) => data)),
    agents: byId((await agent.agents.list()).data),
    queue,
    teams: byId((await agent.teams.list()).data),
  };
}

const byId = <T extends { id: string }>(rows: T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));
const byPublicId = <T extends { publicId: string }>(rows: T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [row.publicId, row]));
