import OpenAI from "openai";
import type { ChatMessage, ChatModel, ChatUsage } from "./chat-model.ts";

export interface OpenAiSettings {
  apiKey: string;
  /** `null`: OpenAI's own; else whatever speaks its protocol. */
  baseUrl: string | null;
  chatModel: string;
}

/** A model behind OpenAI's chat completions protocol. `null` settings: there is none. */
export function createOpenAiChatModel(settings: OpenAiSettings | null): ChatModel | null {
  if (!settings) return null;
  const { apiKey, baseUrl, chatModel } = settings;
  // Who calls decides how often to try again: a second try here would hide a broken stream.
  const client = new OpenAI({ apiKey, ...(baseUrl && { baseURL: baseUrl }), maxRetries: 0 });
  return { name: chatModel, stream: (messages, { signal }) => streamOf(client, chatModel, messages, signal) };
}

async function* streamOf(
  client: OpenAI,
  model: string,
  messages: ChatMessage[],
  signal: AbortSignal,
): AsyncGenerator<string, ChatUsage | null> {
  const stream = await client.chat.completions.create(
    { model, messages, stream: true, stream_options: { include_usage: true } },
    { signal },
  );
  let usage: ChatUsage | null = null;
  let finished = false;
  for await (const chunk of stream) {
    const [choice] = chunk.choices;
    if (choice?.delta.content) yield choice.delta.content;
    if (choice?.finish_reason === "content_filter") throw new Error("The model's answer was cut by its content filter");
    finished ||= choice?.finish_reason != null;
    if (chunk.usage) usage = { inputTokens: chunk.usage.prompt_tokens, outputTokens: chunk.usage.completion_tokens };
  }
  // The library ends quietly when the connection breaks or the signal aborts.
  if (!finished) throw new Error("The model's stream ended before its answer did");
  return usage;
}
