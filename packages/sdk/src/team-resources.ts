import type { Me, TeamChanges } from "@deskbell/contract";
import type { Request, RequestOptions } from "./request.ts";
import { type AgentsResource, createAgents } from "./resources/agent/agents.ts";
import { type ApiKeysResource, createApiKeys } from "./resources/agent/api-keys.ts";
import { createTeamArticles, type TeamArticlesResource } from "./resources/agent/articles.ts";
import { type BlocksResource, createBlocks } from "./resources/agent/blocks.ts";
import { type ChannelsResource, createChannels } from "./resources/agent/channels.ts";
import { type ContactsResource, createContacts } from "./resources/agent/contacts.ts";
import { createTeamConversations, type TeamConversationsResource } from "./resources/agent/conversations.ts";
import { createTeamMessages, type TeamMessagesResource } from "./resources/agent/messages.ts";
import { createNotes, type NotesResource } from "./resources/agent/notes.ts";
import { createTeams, type TeamsResource } from "./resources/agent/teams.ts";
import { createTeamTickets, type TeamTicketsResource } from "./resources/agent/tickets.ts";
import { createWorkspace, type WorkspaceResource } from "./resources/agent/workspace.ts";
import { createListChanges, type ListChanges } from "./resources/changes.ts";

import { createFiles, type FilesResource } from "./resources/files.ts";

/** The requests of the team's side. */
export interface TeamResources {
  /** Who is signed in. Throws `unauthenticated`. */
  me(options?: RequestOptions): Promise<Me>;
  /** Catches up after a gap, a page at a time. `connect` does it by itself. */
  readonly changes: ListChanges<TeamChanges>;
  readonly agents: AgentsResource;
  readonly apiKeys: ApiKeysResource;
  readonly conversations: TeamConversationsResource;
  readonly messages: TeamMessagesResource;
  readonly notes: NotesResource;
  readonly files: FilesResource;
  readonly tickets: TeamTicketsResource;
  readonly contacts: ContactsResource;
  readonly channels: ChannelsResource;
  readonly articles: TeamArticlesResource;
  readonly blocks: BlocksResource;
  readonly workspace: WorkspaceResource;
  readonly teams: TeamsResource;
}

export const createTeamResources = (request: Request): TeamResources => ({
  me: (options) => request<Me>({ method: "GET", path: ["agent", "me"], ...options }),
  changes: createListChanges<TeamChanges>(request, "agent", "changes"),
  agents: createAgents(request),
  apiKeys: createApiKeys(request),
  conversations: createTeamConversations(request),
  messages: createTeamMessages(request),
  notes: createNotes(request),
  files: createFiles(request, ["agent", "files"]),
  tickets: createTeamTickets(request),
  contacts: createContacts(request),
  channels: createChannels(request),
  articles: createTeamArticles(request),
  blocks: createBlocks(request),
  workspace: createWorkspace(request),
  teams: createTeams(request),
});
