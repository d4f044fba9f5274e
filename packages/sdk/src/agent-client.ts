import type { Me, TeamEvents } from "@deskbell/contract";
import type { DeskbellError } from "./deskbell-error.ts";
import type { Observable } from "./observable.ts";
import type { ConnectionState, OpenSocket } from "./realtime.ts";
import type { RequestOptions } from "./request.ts";
import type { AgentsResource } from "./resources/agent/agents.ts";
import type { TeamArticlesResource } from "./resources/agent/articles.ts";
import type { ChannelsResource } from "./resources/agent/channels.ts";
import type { ContactsResource } from "./resources/agent/contacts.ts";
import type { TeamConversationsResource } from "./resources/agent/conversations.ts";
import type { TeamMessagesResource } from "./resources/agent/messages.ts";
import type { NotesResource } from "./resources/agent/notes.ts";
import type { TeamTicketsResource } from "./resources/agent/tickets.ts";
import type { KeyValueStore } from "./storage.ts";
import type { TeamThread } from "./thread-state.ts";

export interface AgentClientOptions {
  /** Origin of the server; empty for the page's own. */
  host: string;
  /** `dk_…`. Without it the browser's sign-in cookie speaks. */
  apiKey?: string;
  /** Default: the global `fetch`. */
  fetch?: typeof fetch;
  /** Default: `localStorage`, or memory where that is denied. */
  storage?: KeyValueStore;
  /** Default: `socket.io-client`, imported on the first `connect`. */
  openSocket?: OpenSocket;
}

/** What `agentClient.on` tells: the server's events, and what happens on this side. */
export interface AgentClientEvents extends TeamEvents {
  connection: ConnectionState;
  /** Something in the background did not work. `unauthenticated`: sign in, then `connect` again. */
  error: DeskbellError;
}

/** The requests of the team's side. */
export interface TeamResources {
  /** Who is signed in. Throws `unauthenticated`. */
  me(options?: RequestOptions): Promise<Me>;
  readonly agents: AgentsResource;
  readonly conversations: TeamConversationsResource;
  readonly messages: TeamMessagesResource;
  readonly notes: NotesResource;
  readonly tickets: TeamTicketsResource;
  readonly contacts: ContactsResource;
  readonly channels: ChannelsResource;
  readonly articles: TeamArticlesResource;
}

/** One agent's side of Deskbell. */
export interface AgentClient extends TeamResources {
  /** Opens the socket and keeps it open. Call it after sign-in. */
  connect(): void;
  /** Call it on sign-out. */
  disconnect(): void;
  readonly connection: Observable<ConnectionState>;
  /** Returns the way to stop listening. */
  on<E extends keyof AgentClientEvents>(event: E, handler: (payload: AgentClientEvents[E]) => void): () => void;
  /** A live conversation with its notes. */
  thread(conversationId: string): TeamThread;
}

export declare function createAgentClient(options: AgentClientOptions): AgentClient;
