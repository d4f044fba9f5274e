import type { Agent, ApiKey, PublicAgent } from "@deskbell/contract";
import type { agents, apiKeys } from "./tables.ts";

export type AgentRow = typeof agents.$inferSelect;

export const presentPublicAgent = ({ id, name }: AgentRow): PublicAgent => ({ id, name, avatarUrl: null });

export const presentAgent = (row: AgentRow): Agent => ({
  ...presentPublicAgent(row),
  email: row.email,
  role: row.role,
});

export const presentApiKey = ({ id, name, role, createdAt }: typeof apiKeys.$inferSelect): ApiKey => ({
  id,
  name,
  role,
  createdAt: createdAt.toISOString(),
});
