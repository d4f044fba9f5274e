import { createDeskbell, type Deskbell, type DeskbellOptions } from "@deskbell/sdk";
import {
  type AgentClient,
  type AgentClientOptions,
  type AgentRole,
  createAgentClient,
  createMemoryStore,
  type OpenSocket,
} from "@deskbell/sdk/agent";
import { io } from "socket.io-client";
import type { Context } from "../context.ts";
import { createAgent } from "../features/agents/create-agent.ts";
import { createApiKey } from "../features/agents/create-api-key.ts";
import { createWorkspace } from "../features/workspaces/create-workspace.ts";
import { newId } from "../ids.ts";
import type { TestServer } from "./harness.ts";

const password = "a long test password";

/** A workspace of its own, and people who act in it through the SDK, over real HTTP and sockets. */
export interface TestWorkspace {
  ctx: Context;
  slug: string;
  channelKey: string;
  /** A new contact; nothing is requested until it acts. */
  contact(options?: Partial<DeskbellOptions>): Deskbell;
  /** A new agent, signed in. */
  agent(role?: AgentRole, name?: string): Promise<TestAgent>;
  apiKey(role?: AgentRole): Promise<string>;
}

export interface TestAgent extends AgentClient {
  id: string;
  name: string;
  cookie: string;
}

export async function createTestWorkspace(server: TestServer): Promise<TestWorkspace> {
  const slug = `w-${newId()}`;
  const { channelKey, ...ctx } = await createWorkspace(server.deps, { name: "Test", slug });
  return {
    ctx,
    slug,
    channelKey,
    contact: (options) =>
      createDeskbell({
        host: server.url,
        channelKey,
        storage: createMemoryStore(),
        openSocket: openSocketWith({}),
        ...options,
      }),
    agent: async (role = "agent", name = "Test Agent") => {
      const email = `${newId()}@agents.test`;
      const { id } = await createAgent(ctx, { name, email, password, role });
      const cookie = await signIn(server.url, email, password);
      return { ...agentClient(server.url, cookie), id, name, cookie };
    },
    apiKey: (role = "agent") => createApiKey(ctx, { name: "Test key", role }),
  };
}

/** The cookie that a browser would keep. */
export async function signIn(host: string, email: string, password: string): Promise<string> {
  const response = await fetch(`${host}/v1/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`Sign-in answered ${response.status}: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Node has no cookie jar: every request and socket carries the cookie as a header. */
export function agentClient(host: string, cookie: string, options: Partial<AgentClientOptions> = {}): AgentClient {
  const withCookie: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("cookie", cookie);
    return fetch(input, { ...init, headers });
  };
  return createAgentClient({
    host,
    fetch: withCookie,
    storage: createMemoryStore(),
    openSocket: openSocketWith({ cookie }),
    ...options,
  });
}

const openSocketWith =
  (extraHeaders: Record<string, string>): OpenSocket =>
  async ({ url, path, auth }) =>
    io(url, {
      path,
      auth,
      extraHeaders,
      autoConnect: false,
      multiplex: false,
      transports: ["websocket"],
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
