import type { Ticket } from "@deskbell/contract";
import type { Deskbell } from "./deskbell.ts";
import { newer } from "./freshness.ts";
import type { LiveChat } from "./live-chat.ts";
import { createLiveList } from "./live-list.ts";
import { createArticles } from "./resources/articles.ts";
import { createContact } from "./resources/contact.ts";
import { createConversations } from "./resources/conversations.ts";
import { createFiles } from "./resources/files.ts";
import { createMessages } from "./resources/messages.ts";
import { createSessions } from "./resources/sessions.ts";
import { createTickets } from "./resources/tickets.ts";
import { as } from "./session-keeper.ts";
import { toThread } from "./to-thread.ts";

const completed = new WeakMap<LiveChat, Deskbell>();

/** A live chat with all that a contact's client can do; the same for the same chat. */
export function toDeskbell(chat: LiveChat): Deskbell {
  const known = completed.get(chat);
  if (known) return known;
  const { inside, ...basics } = chat;
  const { ask, request } = inside;
  const tickets = createTickets(request);

  const ticketList = createLiveList<Ticket>({ list: tickets.list, id: ({ publicId }) => publicId, merge: newer });
  inside.keep(ticketList);
  chat.on("ticket.updated", (ticket) => ticketList.apply(ticket));

  const deskbell: Deskbell = {
    ...basics,
    get session() {
      return chat.session;
    },
    identify: (identity) => inside.identify(identity ?? null),
    async logout() {
      const token = inside.leave();
      if (token) await createSessions((spec) => ask(as(token, spec))).end();
    },
    changes: inside.changes,
    // The check asks in nobody's name: it is about sessions that cannot start.
    sessions: { ...createSessions(request), check: createSessions(ask).check },
    contact: createContact(request),
    conversations: createConversations(request),
    messages: createMessages(request),
    files: createFiles(request, ["files"]),
    tickets,
    articles: createArticles(request),
    ticketList,
    thread: (conversationId) => toThread(chat, chat.thread(conversationId)),
  };
  completed.set(chat, deskbell);
  return deskbell;
}
