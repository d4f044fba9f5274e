import {
  type Message,
  type QueueCounts,
  type Read,
  type TeamChanges,
  type TeamConversation,
  withRead,
} from "@deskbell/sdk/agent";
import { client } from "./client.ts";
import { contactName } from "./contacts/contact-name.ts";
import { conversationQuery } from "./conversation/use-conversation.ts";
import { forgetViewers, noteViewing } from "./conversation/viewers.ts";
import {
  applyConversation,
  applyMessage,
  findConversation,
  isAnyListCut,
  patchConversation,
} from "./inbox/conversation-cache.ts";
import { laterCounts } from "./inbox/later-counts.ts";
import { applyAgents, forgetAgent } from "./presence/status.ts";
import { applyContactPresences } from "./presence/use-contact-presence.ts";
import { queryClient } from "./query-client.ts";
import { keys } from "./query-keys.ts";
import { noticeError, recheckSession } from "./sign-in/session.ts";
import { applyTeam, forgetTeam } from "./teams/team-cache.ts";
import { text } from "./text/text.ts";
import { applyTicket } from "./tickets/ticket-cache.ts";
import { announce } from "./ui/announcement.ts";

/** Facts come down by socket and are merged into the cache; whenever the connection is new, the cache catches up. */
export function startLive(agentId: string): () => void {
  const stops = [
    client.on("conversation.updated", (conversation) => {
      announceArrival(conversation);
      applyConversation(conversation, agentId);
    }),
    client.on("ticket.updated", (ticket) => applyTicket(ticket, agentId)),
    client.on("message.created", (message) => noteMessage(message, agentId)),
    client.on("read", noteRead),
    client.on("queue.updated", (counts) =>
      queryClient.setQueryData<QueueCounts>(keys.counts, (known) => known && laterCounts(known, counts)),
    ),
    client.on("team.updated", applyTeam),
    client.on("team.deleted", ({ id }) => forgetTeam(id)),
    client.on("agent.removed", ({ id }) => forgetAgent(id)),
    client.on("viewing", noteViewing),
    client.on("presence", ({ agents, contacts }) => {
      applyAgents(agents);
      applyContactPresences(contacts);
    }),
    client.on("error", noticeError),
    client.on("caughtUp", handleCaughtUp),
    client.on("resync", () => void queryClient.invalidateQueries()),
    client.connection.subscribe(handleConnection),
  ];
  client.connect();
  return () => {
    for (const stop of stops) stop();
    client.disconnect();
  };
}

/** What has events but no catching up: short lists, and only those on the screen are fetched. */
const withoutCursor = [keys.agents, keys.teams, keys.contactPresences];

function handleConnection(state: "offline" | "connecting" | "online"): void {
  if (state !== "online") forgetViewers();
  else for (const queryKey of withoutCursor) void queryClient.invalidateQueries({ queryKey });
  if (state === "offline") void recheckSession();
}

/** Each missed row has been merged where it is shown; who waits is counted by the server, and contacts have no events. */
function handleCaughtUp({ conversations, tickets }: TeamChanges): void {
  if (conversations.length > 0) void queryClient.invalidateQueries({ queryKey: keys.counts });
  const contactIds = new Set([...conversations, ...tickets].map(({ contact }) => contact.id));
  for (const id of contactIds) {
    void queryClient.invalidateQueries({ queryKey: keys.contactConversations(id) });
    void queryClient.invalidateQueries({ queryKey: keys.contactTickets(id) });
  }
}

function noteMessage(message: Message, agentId: string): void {
  applyMessage(message, agentId);
  const conversation = findConversation(message.conversationId);
  if (!conversation && isAnyListCut()) setTimeout(learn, learnMs, message.conversationId, agentId);
  const forMe = message.author.kind === "contact" && conversation?.assignee?.id === agentId;
  if (forMe) announce(text.inbox.announce(contactName(conversation.contact)));
}

/** What has just begun is told as a whole in the same breath. */
const learnMs = 500;

/** It stood further down in a list than that is loaded, and is on top of it now. */
async function learn(id: string, agentId: string): Promise<void> {
  await queryClient.prefetchQuery(conversationQuery(id));
  const conversation = findConversation(id);
  if (conversation) applyConversation(conversation, agentId);
}

function noteRead({ conversationId, reader, seq }: Read): void {
  patchConversation(conversationId, (conversation) => withRead(conversation, reader, seq));
}

function announceArrival(conversation: TeamConversation): void {
  const before = findConversation(conversation.id);
  if (conversation.handling === "queue" && before?.handling !== "queue")
    announce(text.inbox.announceQueue(contactName(conversation.contact)));
}
