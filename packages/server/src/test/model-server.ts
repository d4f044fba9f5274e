import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { OpenAiSettings } from "../ai/openai-chat-model.ts";

/** What the model says to one request. */
export interface ScriptedReply {
  /** Written one by one. */
  pieces?: string[];
  /** Waited for before each piece but the first. */
  between?: (index: number) => Promise<void>;
  /** After the pieces: the proper end, a torn connection, or silence. */
  ending?: "done" | "torn" | "silent";
  /** Answered instead of a stream. */
  status?: number;
}

export interface ModelServer {
  settings: OpenAiSettings;
  /** The bodies that were sent, oldest first. */
  requests: { model: string; stream: boolean; messages: { role: string; content: string }[] }[];
  /** Replies in order; the last one is said again and again. */
  script(...replies: ScriptedReply[]): void;
  close(): void;
}

/** A model that says what the test wrote down, over OpenAI's chat completions protocol with server-sent events. */
export async function startModelServer(): Promise<ModelServer> {
  const requests: ModelServer["requests"] = [];
  let replies: ScriptedReply[] = [{ pieces: ["NO_ANSWER"] }];
  const server = createServer(async (request, response) => {
    if (request.method !== "POST" || request.url !== "/v1/chat/completions") return void response.writeHead(404).end();
    requests.push(JSON.parse(await textOf(request)));
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? {};
    await say(response, reply);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    settings: {
      apiKey: "a test's key",
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      chatModel: "scripted-model",
    },
    requests,
    script: (...given) => {
      replies = given;
      requests.length = 0;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function say(
  response: ServerResponse,
  { pieces = [], between, ending = "done", status }: ScriptedReply,
): Promise<void> {
  if (status) {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { message: "Scripted", type: "server_error" } }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const [index, content] of pieces.entries()) {
    if (index > 0) await between?.(index);
    if (response.destroyed) return;
    response.write(event({ choices: [{ index: 0, delta: { role: "assistant", content }, finish_reason: null }] }));
  }
  if (ending === "torn") return void setImmediate(() => response.destroy());
  if (ending === "silent") return;
  response.write(event({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }));
  response.write(event({ choices: [], usage: { prompt_tokens: 120, completion_tokens: 30, total_tokens: 150 } }));
  response.end("data: [DONE]\n\n");
}

const event = (fields: object) =>
  `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "scripted-model", ...fields })}\n\n`;

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
