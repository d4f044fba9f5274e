/** What an agent may do, from most to least. */
export const agentRoles = ["owner", "admin", "supervisor", "agent", "viewer"] as const;
export type AgentRole = (typeof agentRoles)[number];

/** An agent as contacts see them: never an e-mail address. */
export interface PublicAgent {
  id: string;
  name: string;
  avatarUrl: string | null;
}

/** What an agent has chosen. Only who is `online` is given chats. */
export const agentStatuses = ["online", "away", "offline"] as const;
export type AgentStatus = (typeof agentStatuses)[number];

/** An agent as the team sees them. */
export interface Agent extends PublicAgent {
  email: string;
  role: AgentRole;
  status: AgentStatus;
  /** Connected right now, on whichever node. Who is not is given no chats, whatever their status. */
  online: boolean;
  /** How many conversations they are handling. */
  openChats: number;
  /** As many are given to them; more they may take by hand. The workspace's, unless they have one of their own. */
  maxConcurrentChats: number;
  /** Their own number; `null` where the workspace's counts. */
  ownMaxConcurrentChats: number | null;
}

/** Body of `PATCH /v1/agent/agents/:id`: keys left out stay as they are. */
export interface UpdateAgent {
  /** One's own; a supervisor changes anybody's. */
  status?: AgentStatus;
  /** 0 to 100; `null` goes back to the workspace's. For admins. */
  maxConcurrentChats?: number | null;
  /** None above one's own, and of nobody who stands above. For admins. */
  role?: AgentRole;
}

/** A server-to-server credential; its secret is shown once, when it is made. */
export interface ApiKey {
  id: string;
  name: string;
  role: AgentRole;
  createdAt: string;
}

/** Who is signed in, and where. */
export interface Me {
  /** `null` when an API key asks. */
  agent: Agent | null;
  role: AgentRole;
  workspace: Workspace;
}

export interface Workspace {
  id: string;
  name: string;
  slug: string;
  /** How many chats are given to an agent who has no number of their own. */
  maxConcurrentChats: number;
  /** After so many seconds without their agent, chats that wait for an answer go back to the queue. */
  returnAfterSeconds: number;
}

/** Body of `PATCH /v1/agent/workspace`: keys left out stay as they are. */
export interface UpdateWorkspace {
  /** 0 to 100. */
  maxConcurrentChats?: number;
  /** 0 to 86,400. */
  returnAfterSeconds?: number;
}
