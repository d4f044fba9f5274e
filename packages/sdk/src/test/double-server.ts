import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type ErrorCode,
  errorTable,
  type Message,
  type Note,
  type StartConversation,
  type TeamConversation,
} from "@deskbell/contract";
import { Server } from "socket.io";
import { withMessage } from "../freshness.ts";
import { createCell, type Observable } from "../observable.ts";

/** A small real server that speaks the contract over HTTP and Socket.IO, and can be told to misbehave. */
export type DoubleServer = Awaited<ReturnType<typeof startDoubleServer>>;

interface Call {
  method: string;
  path: string;
  body: Record<string, never> & { clientId?: string; body?: string };
}

/** What happens to a request instead of, or (`after`) once it has done, its work. */
export type Mishap = { refuse: ErrorCode; retryAfter?: number } | { cut: "before" | "after" };

interface Kept {
  conversation: TeamConversation;
  contactId: string;
  messages: Message[];
  notes: Note[];
}

const now = () => new Date().toISOString();

export async function startDoubleServer() {
  const sessions = new Map<string, string>();
  const kept = new Map<string, Kept>();
  const asked = createCell<readonly Call[]>([]);
  let mishap: (call: Call) => Mishap | null = () => null;
  let counter = 0;
  let silent = false;

  const http = createServer(async (request, response) => {
    const body = await readBody(request);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://double");
    const call = { method: request.method ?? "GET", path: pathname.replace("/v1/", ""), body };
    asked.set([...asked.get(), call]);
    const mishappens = mishap(call);
    if (mishappens && "cut" in mishappens && mishappens.cut === "before") return request.socket.destroy();
    const [status, answer, headers] =
      mishappens && "refuse" in mishappens
        ? refuse(mishappens.refuse, mishappens.retryAfter)
        : handle(call, searchParams, request.headers.authorization?.slice("Bearer ".length) ?? "");
    if (mishappens && "cut" in mishappens) return request.socket.destroy();
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(answer === undefined ? "" : JSON.stringify(answer));
  });
  const io = new Server(http, { path: "/socket" });
  const contacts = io.of("/contact");
  const team = io.of("/agent");
  contacts.use((socket, next) => {
    const contactId = sessions.get(socket.handshake.auth.token);
    if (!contactId) return next(new Error("session_expired"));
    socket.join(contactId);
    next();
  });

  type Answer = [status: number, body?: unknown, headers?: Record<string, string>];
  function refuse(code: ErrorCode, retryAfter?: number): Answer {
    const { status, message } = errorTable[code];
    const headers: Record<string, string> = retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
    return [status, { error: { code, message, requestId: "req-1" } }, headers];
  }

  function handle({ method, path, body }: Call, query: URLSearchParams, token: string): Answer {
    if (path === "sessions" && method === "POST") return startSession((body as { token?: string }).token);
    if (path === "agent/me") return [200, { agent: { id: "agent-1" }, role: "agent", workspace: { id: "w" } }];
    if (path === "agent/conversations/delivered") return [204];
    if (path === "agent/changes") return listChanges(query);
    if (path.startsWith("agent/")) return handleThread(method, path.slice("agent/".length), body, query, null);
    const contactId = sessions.get(token);
    if (!contactId) return refuse("session_expired");
    if (path === "sessions") return [204, void sessions.delete(token)];
    if (path === "conversations" && method === "GET") {
      const mine = [...kept.values()].filter((each) => each.contactId === contactId);
      return [200, { data: mine.map((each) => each.conversation), nextCursor: null }];
    }
    if (path === "changes") return listChanges(query);
    if (path === "tickets") return [200, { data: [], nextCursor: null }];
    if (path === "conversations") return startConversation(contactId, body as unknown as StartConversation);
    return handleThread(method, path, body, query, contactId);
  }

  /** Without a cursor it begins; with one, everything may have changed. */
  function listChanges(query: URLSearchParams): Answer {
    const conversations = query.get("cursor") ? [...kept.values()].map((each) => each.conversation) : [];
    const resync = !query.get("cursor");
    return [200, { conversations, tickets: [], cursor: "cursor", hasMore: false, resync }];
  }

  function startSession(token = ""): Answer {
    const known = sessions.get(token);
    const fresh = known ? token : `token-${++counter}`;
    const id = known ?? `contact-${counter}`;
    sessions.set(fresh, id);
    return [known ? 200 : 201, { token: fresh, contact: { id, name: null, email: null }, channel: { key: "demo" } }];
  }

  function startConversation(contactId: string, input: StartConversation): Answer {
    const before = [...kept.values()].find((each) => each.conversation.clientId === input.clientId);
    if (before) return [200, { conversation: before.conversation, message: before.messages[0] }];
    const made = make(contactId, input.clientId);
    const message = append(made, input.message.body, input.message.clientId, "contact");
    tell(made, "conversation.updated", made.conversation);
    return [201, { conversation: made.conversation, message }];
  }

  function handleThread(
    method: string,
    path: string,
    body: Call["body"],
    query: URLSearchParams,
    contactId: string | null,
  ): Answer {
    const [, id = "", verb = ""] = path.split("/");
    const found = kept.get(id);
    if (!found || (contactId && found.contactId !== contactId)) return refuse("not_found");
    if (verb === "delivered") return [204];
    if (verb === "" || verb === "read" || verb === "handoff") return [200, found.conversation];
    if (method === "GET" && verb === "notes") return listRows(found.notes, query);
    if (method === "GET") return listMessages(found, query);
    const rows: (Message | Note)[] = verb === "notes" ? found.notes : found.messages;
    const { clientId = "", body: text = "" } = body;
    const before = rows.find((each) => each.clientId === clientId);
    if (before) return [200, before];
    if (verb === "notes") return [201, addNote(found, text, clientId)];
    return [201, append(found, text, clientId, contactId ? "contact" : "agent")];
  }

  function listMessages({ conversation: { lastChangeSeq }, messages }: Kept, query: URLSearchParams): Answer {
    const changedAfter = query.get("changedAfter");
    if (changedAfter === null) {
      const [status, page] = listRows(messages, query);
      return [status, { ...(page as object), lastChangeSeq }];
    }
    const changed = messages.filter(({ changeSeq }) => changeSeq > Number(changedAfter));
    const data = changed.toSorted((a, b) => a.changeSeq - b.changeSeq).slice(0, Number(query.get("limit")));
    const nextCursor = data.length < changed.length ? String(data.at(-1)?.changeSeq) : null;
    return [200, { data, nextCursor, lastChangeSeq }];
  }

  function listRows(rows: (Message | Note)[], query: URLSearchParams): Answer {
    const [after, before, limit] = [query.get("after"), query.get("before"), Number(query.get("limit") ?? 50)];
    const seqOf = (row: Message | Note) => ("seq" in row ? row.seq : 0);
    const matching = rows.filter((row) => seqOf(row) > Number(after ?? -1) && seqOf(row) < Number(before ?? 1e9));
    const page = after === null ? matching.slice(-limit) : matching.slice(0, limit);
    const edge = after === null ? page[0] : page.at(-1);
    return [200, { data: page, nextCursor: page.length < matching.length && edge ? String(seqOf(edge)) : null }];
  }

  function make(contactId: string, clientId: string): Kept {
    const id = `conversation-${++counter}`;
    const conversation = {
      ...{
        id,
        clientId,
        handling: "bot",
        assignee: null,
        ticket: null,
        lastSeq: 0,
        lastMessage: null,
        lastChangeSeq: 0,
      },
      ...{
        contactReadSeq: 0,
        agentReadSeq: 0,
        contactDeliveredSeq: 0,
        agentDeliveredSeq: 0,
        rating: null,
        createdAt: now(),
        updatedAt: now(),
      },
    } as Partial<TeamConversation> as TeamConversation;
    const made = { conversation, contactId, messages: [], notes: [] };
    kept.set(id, made);
    return made;
  }

  function append(to: Kept, body: string, clientId: string | null, kind: Message["author"]["kind"]): Message {
    const message: Message = {
      id: `message-${++counter}`,
      conversationId: to.conversation.id,
      seq: to.messages.length + 1,
      clientId,
      author: { kind, id: kind === "contact" ? to.contactId : "agent-1", name: null, avatarUrl: null },
      body,
      attachments: [],
      payload: null,
      createdAt: now(),
      changeSeq: 0,
      editedAt: null,
      deletedAt: null,
      deletedBy: null,
    };
    to.messages.push(message);
    to.conversation = withMessage(to.conversation, message);
    tell(to, "message.created", message);
    return message;
  }

  /** Edits the message with this `seq`, or deletes it without a `body`. */
  function change(of: Kept, seq: number, body?: string): Message {
    const known = of.messages[seq - 1];
    if (!known) throw new Error(`There is no message ${seq}`);
    const changeSeq = of.conversation.lastChangeSeq + 1;
    const at = body === undefined ? { deletedAt: now() } : { editedAt: now() };
    const message = { ...known, ...at, body: body ?? "", changeSeq };
    of.messages[seq - 1] = message;
    const lastMessage = of.messages.at(-1) ?? null;
    of.conversation = { ...of.conversation, lastMessage, lastChangeSeq: changeSeq, updatedAt: now() };
    tell(of, "message.updated", message);
    tell(of, "conversation.updated", of.conversation);
    return message;
  }

  function addNote(to: Kept, body: string, clientId: string): Note {
    const author = { kind: "agent" as const, id: "agent-1", name: null, avatarUrl: null };
    const { id: conversationId, lastSeq: afterSeq } = to.conversation;
    const note = { id: `note-${++counter}`, conversationId, clientId, afterSeq, author, body, createdAt: now() };
    to.notes.push(note);
    team.emit("note.created", note);
    return note;
  }

  function tell(to: Kept, event: string, payload: unknown): void {
    if (silent) return;
    contacts.to(to.contactId).emit(event, payload);
    team.emit(event, payload);
  }

  const listen = (port: number) => new Promise<void>((resolve) => void http.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = http.address() as AddressInfo;

  return {
    host: `http://127.0.0.1:${port}`,
    /** Every request so far. */
    asked: asked as Observable<readonly Call[]>,
    io,
    sessions,
    kept,
    /** Decides the fate of requests from now on. */
    setMishap(decide: (call: Call) => Mishap | null) {
      mishap = decide;
    },
    /** Does `action` without telling anybody, as when an event is lost. */
    silently<T>(action: () => T): T {
      silent = true;
      const result = action();
      silent = false;
      return result;
    },
    /** The only conversation there is. */
    only(): Kept {
      const [first, second] = kept.values();
      if (!first || second) throw new Error(`expected one conversation, not ${kept.size}`);
      return first;
    },
    make,
    append,
    change,
    tell,
    bodies: (conversation: Kept) => conversation.messages.map((message) => message.body),
    sent: (path: RegExp) => asked.get().filter((call) => call.method === "POST" && path.test(call.path)),
    async close() {
      http.closeAllConnections();
      await io.close();
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Call["body"]> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text === "" ? {} : JSON.parse(text);
}
