import type { Changes, Identity, Session, Ticket } from "@deskbell/contract";
import { toDeskbellError } from "./deskbell-error.ts";
import { createProof } from "./identity-proof.ts";
import { type ClientBasics, createLiveChat, type LiveChatOptions } from "./live-chat.ts";
import type { LiveList } from "./live-list.ts";
import type { ArticlesResource } from "./resources/articles.ts";
import type { ListChanges } from "./resources/changes.ts";
import type { ContactResource } from "./resources/contact.ts";
import type { ConversationsResource } from "./resources/conversations.ts";
import type { FilesResource } from "./resources/files.ts";
import type { MessagesResource } from "./resources/messages.ts";
import type { SessionsResource } from "./resources/sessions.ts";
import type { TicketsResource } from "./resources/tickets.ts";
import type { Thread } from "./thread-state.ts";
import { toDeskbell } from "./to-deskbell.ts";

export interface DeskbellOptions extends LiveChatOptions {
  /** Who the contact is, proven by your server. */
  identity?: Identity;
  /**
   * Asks your server for an identity token (a JWT signed with an identity key of the channel). Called at the start, before the
   * token expires and when it has expired; `null`: nobody is signed in. After `logout` no more, until `identify`.
   */
  getToken?: () => Promise<string | null>;
}

/** One contact's side of Deskbell. */
export interface Deskbell extends ClientBasics {
  /**
   * Goes on as the contact whom the proof (default: what `getToken` gets) names, on this device as on others. An anonymous contact's conversations and tickets move
   * to them; another identified contact's unsent messages are forgotten, as by `logout`. Throws as `start`.
   */
  identify(identity?: Identity): Promise<Session>;
  /** Ends the session and forgets its token, unsent messages, lists and threads, even when the server cannot be told (then it throws). */
  logout(): Promise<void>;

  /** Catches up after a gap, a page at a time. `connect` does it by itself. */
  readonly changes: ListChanges<Changes>;
  readonly sessions: SessionsResource;
  readonly contact: ContactResource;
  readonly conversations: ConversationsResource;
  readonly messages: MessagesResource;
  readonly files: FilesResource;
  readonly tickets: TicketsResource;
  readonly articles: ArticlesResource;

  readonly ticketList: LiveList<Ticket>;
  /**
   * A live conversation. `null`: a new one, which starts with its first message; when the first message of a new
   * conversation is still unsent (offline, reload), it is that one again.
   */
  thread(conversationId: string | null): Thread;
}

/** A contact's client. Makes no request by itself, unless something typed before is still unsent. */
export function createDeskbell({ identity, getToken, ...options }: DeskbellOptions): Deskbell {
  const proof = createProof({
    identity,
    getToken,
    onExpiring: () => void chat.inside.prove().catch((thrown) => chat.inside.report(toDeskbellError(thrown))),
  });
  const chat = createLiveChat(options, proof);
  return toDeskbell(chat);
}
