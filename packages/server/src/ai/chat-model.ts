/** A language model that writes an answer piece by piece. */
export interface ChatModel {
  readonly name: string;
  /** Yields new text as it comes. Throws on a broken connection, a time-out, or an abort. */
  stream(messages: ChatMessage[], options: { signal: AbortSignal }): AsyncGenerator<string, ChatUsage | null>;
}

export interface ChatMessage {
  role: "system" | "user" | "assistant";
  content: string;
}

export interface ChatUsage {
  inputTokens: number;
  outputTokens: number;
}
