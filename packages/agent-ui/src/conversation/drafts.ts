export type ComposerMode = "reply" | "note";

/** One agent's words in one conversation: two may share a browser. */
export interface DraftPlace {
  agentId: string;
  conversationId: string;
  mode: ComposerMode;
}

const key = ({ agentId, conversationId, mode }: DraftPlace) =>
  `deskbell:console:draft:${agentId}:${conversationId}:${mode}`;

/** What is typed but not sent: it outlives a reload and a session that ends. */
export function readDraft(place: DraftPlace): string {
  return localStorage.getItem(key(place)) ?? "";
}

export function keepDraft(place: DraftPlace, body: string): void {
  if (body.trim()) localStorage.setItem(key(place), body);
  else localStorage.removeItem(key(place));
}
