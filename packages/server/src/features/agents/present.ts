import type { Agent, PublicAgent } from "@deskbell/contract";
import type { agents } from "./tables.ts";

export type AgentRow = typeof agents.$inferSelect;

export const presentPublicAgent = ({ id, name }: Pick<AgentRow, "id" | "name">): PublicAgent => ({
  id,
  name,
  avatarUrl: null,
});

export const presentAgent = (row: AgentRow): Agent => ({
  ...presentPublicAgent(row),
  email: row.email,
  role: row.role,
});
