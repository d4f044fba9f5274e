export type ComposerMode = "reply" | "note";

const key = (conversationId: string, mode: ComposerMode) => `deskbell:console:draft:${conversationId}:${mode}`;

/** What is typed but not sent, per conversation; it outlives reloads and sign-outs by time. */
export function readDraft(conversationId: string, mode: ComposerMode): string {
  return localStorage.getItem(key(conversationId, mode)) ?? "";
}

export function keepDraft(conversationId: string, mode: ComposerMode, body: string): void {
  if (body.trim()) localStorage.setItem(key(conversationId, mode), body);
  else localStorage.removeItem(key(conversationId, mode));
}
