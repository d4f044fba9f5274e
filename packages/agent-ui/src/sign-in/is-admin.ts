import type { Agent } from "@deskbell/sdk/agent";

/** May change the workspace's settings. The server decides; this is what to show. */
export const isAdmin = ({ role }: Pick<Agent, "role">): boolean => role === "owner" || role === "admin";
