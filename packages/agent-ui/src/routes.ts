import type { ConversationView, TicketView } from "@deskbell/sdk/agent";

/** Paths below `/console`. */
export const routes = {
  /** `team`: only what is with it; `none`: with no team. */
  inbox: (view: ConversationView = "queue", conversationId?: string, team: string | null = null) =>
    `/inbox/${view}${conversationId ? `/${conversationId}` : ""}${team ? `?team=${team}` : ""}`,
  tickets: (view: TicketView = "open", q = "") => {
    const search = new URLSearchParams();
    if (view !== "open") search.set("view", view);
    if (q) search.set("q", q);
    return search.size ? `/tickets?${search}` : "/tickets";
  },
  ticket: (id: string) => `/tickets/${id}`,
  teams: () => "/settings/teams",
  articles: () => "/articles",
  article: (id: string) => `/articles/${id}`,
  settings: () => "/settings",
  channel: (id: string) => `/settings/channels/${id}`,
  blocks: () => "/settings/blocks",
  agents: () => "/settings/agents",
  workspace: () => "/settings/workspace",
};
