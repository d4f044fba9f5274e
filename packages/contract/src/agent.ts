/** What an agent may do, from most to least. */
export const agentRoles = ["owner", "admin", "supervisor", "agent", "viewer"] as const;
export type AgentRole = (typeof agentRoles)[number];

/** An agent as contacts see them: never an e-mail address. */
export interface PublicAgent {
  id: string;
  name: string;
  avatarUrl: string | null;
}

/** An agent as the team sees them. */
export interface Agent extends PublicAgent {
  email: string;
  role: AgentRole;
}

export interface UpdateAgent {
  role: AgentRole;
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
}
