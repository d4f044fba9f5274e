import { io, type Socket } from "socket.io-client";
import { importArticles } from "../features/articles/import-articles.ts";
import type { RegisteredEndpoint } from "../http/endpoint.ts";
import { newId } from "../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "./actors.ts";
import { eventually } from "./eventually.ts";
import type { TestServer } from "./harness.ts";

/** One of everything that a path, body or signal can name, all of one contact. */
export interface Things {
  token: string;
  contactId: string;
  conversationId: string;
  /** The contact's own, in that conversation. */
  messageId: string;
  /** The agent's own there. */
  agentMessageId: string;
  ticketId: string;
  publicId: string;
  articleSlug: string;
  articleId: string;
  blockId: string;
  channelId: string;
  teamId: string;
  /** A colleague. */
  agentId: string;
  apiKeyId: string;
}

/** A workspace, its people and the things of one of its contacts. */
export interface Site {
  workspace: TestWorkspace;
  agent: TestAgent;
  apiKey: string;
  things: Things;
}

export async function createSite(server: TestServer): Promise<Site> {
  const workspace = await createTestWorkspace(server);
  // May do everything: what roles may not, the guard suite finds out by itself.
  const agent = await workspace.agent("owner");
  const file = {
    path: `article-${newId()}.md`,
    text: "---\ntitle: An article\ndescription: Short.\n---\nSome words.\n",
  };
  await importArticles(workspace.ctx, [file]);
  return { workspace, agent, apiKey: await workspace.apiKey("owner"), things: await createThings(workspace, agent) };
}

export async function createThings(workspace: TestWorkspace, agent: TestAgent): Promise<Things> {
  const contact = workspace.contact();
  const { token, contact: self } = await contact.start();
  const { conversation, message } = await contact.conversations.start({
    message: { body: "Private words" },
    handoff: true,
  });
  const { id: agentMessageId } = await agent.messages.send(conversation.id, { body: "A private answer" });
  await agent.conversations.assign(conversation.id, { agentId: null });
  const email = `${newId()}@example.com`;
  const { publicId } = await contact.tickets.create({ subject: "A private ticket", body: "More private words", email });
  const ticket = (await agent.tickets.list({ view: "all", contactId: self.id })).data[0];
  const article = (await agent.articles.list()).data[0];
  const channel = (await agent.channels.list()).data.find(({ kind }) => kind === "website");
  const groups = newId().replaceAll("-", "").slice(-12).match(/.{4}/g);
  const { id: blockId } = await agent.blocks.create({ network: `2001:db8:${groups?.join(":")}::/80` });
  const { id: teamId } = await agent.teams.create({ name: `Team ${newId()}`, memberIds: [agent.id] });
  await workspace.apiKey();
  const { id: agentId } = await workspace.agent();
  const [key] = (await agent.apiKeys.list()).data;
  if (!key) throw new Error("The site has no API key");
  if (!ticket || !article || !channel) throw new Error("The site has no ticket, article or channel");
  return {
    token,
    contactId: self.id,
    conversationId: conversation.id,
    messageId: message.id,
    agentMessageId,
    ticketId: ticket.id,
    publicId,
    articleSlug: article.slug,
    articleId: article.id,
    blockId,
    channelId: channel.id,
    teamId,
    agentId,
    apiKeyId: key.id,
  };
}

/** Which thing a path's parameter names. A new kind of path needs its line here. */
const named: Record<string, keyof Things> = {
  "/v1/conversations/:id": "conversationId",
  "/v1/tickets/:publicId": "publicId",
  "/v1/articles/:slug": "articleSlug",
  "/v1/agent/conversations/:id": "conversationId",
  "/v1/agent/tickets/:id": "ticketId",
  "/v1/agent/contacts/:id": "contactId",
  "/v1/agent/articles/:id": "articleId",
  "/v1/agent/blocks/:id": "blockId",
  "/v1/conversations/:id/messages/:messageId": "messageId",
  "/v1/agent/conversations/:id/messages/:messageId": "agentMessageId",
  "/v1/agent/channels/:id": "channelId",
  "/v1/agent/teams/:id": "teamId",
  "/v1/agent/agents/:id": "agentId",
  "/v1/agent/api-keys/:id": "apiKeyId",
};

/** Bodies that name a thing: their examples cannot know it. */
const bodies: Record<string, (things: Things) => object> = {
  "POST /v1/agent/conversations/delivered": ({ conversationId }) => ({
    conversations: [{ id: conversationId, seq: 1 }],
  }),
  "POST /v1/agent/tickets": ({ contactId }) => ({ contactId }),
  "POST /v1/agent/blocks": ({ contactId }) => ({ contactId }),
  "POST /v1/agent/conversations/:id/transfer": ({ teamId }) => ({ teamId }),
};

/** Of one pixel. */
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Bytes that are taken where not any are. */
const streamed: Record<string, Uint8Array<ArrayBuffer>> = { "POST /v1/agent/channels/:id/logo": picture };

export const nameOf = ({ method, path }: Pick<RegisteredEndpoint, "method" | "path">): string => `${method} ${path}`;

/** Everything up to its first parameter: `/v1/conversations/:id` of `/v1/conversations/:id/messages`. */
export const namingPath = ({ path }: RegisteredEndpoint): string | null => namingPaths(path)[0] ?? null;

/** Everything up to each parameter. */
const namingPaths = (path: string): string[] =>
  [...path.matchAll(/:\w+/g)].map(({ 0: name, index }) => path.slice(0, index + name.length));

export function thingOf(endpoint: RegisteredEndpoint): keyof Things | null {
  const path = namingPath(endpoint);
  if (!path) return bodies[nameOf(endpoint)] ? "contactId" : null;
  return thingAt(path);
}

function thingAt(path: string): keyof Things {
  const thing = named[path];
  if (!thing) throw new Error(`The guard suite has no thing for ${path}: add it to guard-site.ts`);
  return thing;
}

/** With every parameter filled in. */
export const pathOf = ({ path }: RegisteredEndpoint, things: Things): string =>
  namingPaths(path).reduce((filled, naming) => filled.replace(/:\w+/, things[thingAt(naming)]), path);

/** Calls an endpoint about `things`, with a body that its schema accepts. */
export function call(
  server: TestServer,
  endpoint: RegisteredEndpoint,
  things: Things,
  headers: Record<string, string>,
): Promise<Response> {
  const path = pathOf(endpoint, things);
  const body = endpoint.body && { ...(endpoint.example as object), ...bodies[nameOf(endpoint)]?.(things) };
  const query = endpoint.queryExample ? `?${new URLSearchParams(endpoint.queryExample as Record<string, string>)}` : "";
  return fetch(server.url + path + query, {
    method: endpoint.method,
    headers: { "content-type": endpoint.streams ? "application/octet-stream" : "application/json", ...headers },
    ...(body && { body: JSON.stringify(body) }),
    ...(endpoint.streams && { body: streamed[nameOf(endpoint)] ?? "Some words in a file." }),
  });
}

/** A socket that writes down all it hears, once everybody knows that it is there. */
export async function listen(
  server: TestServer,
  namespace: "/contact" | "/agent",
  { auth, cookie }: { auth?: Record<string, string>; cookie?: string },
): Promise<{ heard: [event: string, payload: unknown][]; presences: unknown[]; socket: Socket }> {
  const heard: [string, unknown][] = [];
  const presences: unknown[] = [];
  const socket = io(server.url + namespace, {
    path: "/socket",
    auth: auth ?? {},
    ...(cookie && { extraHeaders: { cookie } }),
    multiplex: false,
    reconnection: false,
    transports: ["websocket"],
  });
  // Presence comes and goes with every socket: apart from what is heard of anything that was done.
  socket.onAny((event: string, payload: unknown) => {
    if (event === "presence") presences.push(payload);
    else heard.push([event, payload]);
  });
  await eventually(() => {
    if (!socket.connected) throw new Error(`No socket at ${namespace}`);
  });
  await server.app.presence.settled();
  return { heard, presences, socket };
}
