import type { Agent, ApiKey, PublicAgent } from "@deskbell/contract";
import type { AgentView } from "./queries.ts";
import type { agents, apiKeys } from "./tables.ts";

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
  ownMaxConcurrentChats: agent.maxConcurrentChats,
});

export const presentApiKey = ({ id, name, role, createdAt }: typeof apiKeys.$inferSelect): ApiKey => ({
  id,
  name,
  role,
  createdAt: createdAt.toISOString(),
});
