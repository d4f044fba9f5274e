import { createDeskbell, type Deskbell, type KeyValueStore, type Message } from "@deskbell/sdk";
import { type AgentClient, createAgentClient } from "@deskbell/sdk/agent";
import { io } from "socket.io-client";
import type { Ledger } from "./ledger.ts";

/** A browser's page as far as the SDK sees it. Once unloaded, nothing of it reaches the server or the storage any more. */
export interface Page {
  fetch: typeof fetch;
  storage: KeyValueStore;
  unload(): void;
}

/** `headers` are what a proxy and a cookie jar would add. Every answer is read by the ledger too. */
export function openPage(ledger: Ledger, storage: KeyValueStore, headers: Record<string, string>): Page {
  const gone = new AbortController();
  return {
    async fetch(input, init) {
      const sent = new Headers(init?.headers);
      for (const [name, value] of Object.entries(headers)) sent.set(name, value);
      const signal = init?.signal ? AbortSignal.any([init.signal, gone.signal]) : gone.signal;
      const response = await fetch(input, { ...init, headers: sent, signal });
      const text = await response.text();
      if (response.status === 500) ledger.wrong(`${init?.method} ${new URL(String(input)).pathname} answered ${text}`);
      if (/^(PATCH|DELETE)$/.test(init?.method ?? "") && response.ok)
        for (const message of messagesIn(text)) ledger.acknowledgeChange(message);
      if (init?.method === "POST" && response.ok) for (const message of messagesIn(text)) ledger.acknowledge(message);
      return new Response(text === "" ? null : text, { status: response.status, headers: response.headers });
    },
    storage: {
      get: (key) => (gone.signal.aborted ? null : storage.get(key)),
      set: (key, value) => gone.signal.aborted || storage.set(key, value),
      remove: (key) => gone.signal.aborted || storage.remove(key),
    },
    unload: () => gone.abort(),
  };
}

export const openContact = (host: string, page: Page): Deskbell =>
  createDeskbell({ host, channelKey: "demo", fetch: page.fetch, storage: page.storage });

export const openAgent = (host: string, page: Page, headers: Record<string, string>): AgentClient =>
  createAgentClient({
    host,
    fetch: page.fetch,
    storage: page.storage,
    // As the SDK's own, with the cookie that a browser would add.
    openSocket: async ({ url, path, auth }) =>
      io(url, {
        path,
        auth,
        extraHeaders: headers,
        autoConnect: false,
        multiplex: false,
        transports: ["websocket", "polling"],
        tryAllTransports: true,
        reconnectionDelay: 500,
        reconnectionDelayMax: 10_000,
      }),
  });

/** The cookie of an agent of the demo, from whichever node answers. */
export async function signIn(host: string, email: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(`${host}/v1/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ email, password: "deskbell-demo" }),
  });
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** An answer with a stored message is the message, or has it beside its conversation. */
function messagesIn(text: string): Message[] {
  const answer = JSON.parse(text || "null") as Partial<Message> | { message?: Message } | null;
  if (answer && "message" in answer && answer.message) return [answer.message];
  return answer && "seq" in answer && "body" in answer ? [answer as Message] : [];
}
