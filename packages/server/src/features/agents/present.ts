import type { Agent, PublicAgent } from "@deskbell/contract";
import type { AgentView } from "./queries.ts";
import type { agents } from "./tables.ts";

export type AgentRow = typeof agents.$inferSelect;

export const presentPublicAgent = ({ id, name }: Pick<AgentRow, "id" | "name">): PublicAgent => ({
  id,
  name,
  avatarUrl: null,
});

export const presentAgent = ({ agent, isOnline, openChats, limit }: AgentView): Agent => ({
  ...presentPublicAgent(agent),
  email: agent.email,
  role: agent.role,
  status: agent.status,
  online: isOnline,
  openChats,
  maxConcurrentChats: limit,
});
