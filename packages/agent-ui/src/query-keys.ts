/** Every cache entry's name in one place: events and screens meet here. */
export const keys = {
  agents: ["agents"] as const,
  teams: ["teams"] as const,
  counts: ["counts"] as const,
  conversationLists: ["conversations"] as const,
  conversations: (view: string, team: string | null) => ["conversations", view, team] as const,
  anyConversation: ["conversation"] as const,
  conversation: (id: string) => ["conversation", id] as const,
  contactConversations: (contactId: string) => ["contact-conversations", contactId] as const,
  contactEvents: (contactId: string) => ["contact-events", contactId] as const,
  contactTickets: (contactId: string) => ["contact-tickets", contactId] as const,
  ticketLists: ["tickets"] as const,
  tickets: (view: string, q: string) => ["tickets", view, q] as const,
  ticket: (id: string) => ["ticket", id] as const,
  timeline: (ticketId: string) => ["timeline", ticketId] as const,
  articles: (q: string) => ["articles", q] as const,
  article: (id: string) => ["article", id] as const,
};
