import { createHash, randomUUIDv7 } from "node:crypto";
import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";
import { Server } from "socket.io";
import { BatchingSocket } from "../packages/server/src/db/batching-socket.ts";

/** The bare server of the floors: no validation, no policy, no presenting, no ORM; the statements of a sent message. */
const [{ databaseUrl }] = (await once(process, "message")) as [{ databaseUrl?: string }];

const app = new Hono();
const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }) as HttpServer;
const io = new Server(server, { path: "/socket", serveClient: false });
io.on("connection", (socket) => socket.on("message", (message: object) => tell(message)));
const tell = (message: object) => io.of("/agent").to("team").emit("message.created", message);
io.of("/agent").on("connection", (socket) => socket.join("team"));

/** What a sent message takes, as `packages/server/src/features/messages/send-message.ts` does it. */
const statements = {
  session: `select s.*, b.id as block_id from sessions s left join blocks b on b.workspace_id = s.workspace_id
    and (b.contact_id = s.contact_id or b.network >>= '127.0.0.1'::inet) where s.token_hash = $1 limit 1`,
  enter: "select set_config('role', 'deskbell_app', true), set_config('deskbell.workspace_id', $1, true)",
  lock: "select * from conversations where id = $1 for update",
  circumstances: `select k.name, h.after_close, a.id, a.unavailable_since, t.status, m.id from conversations c
    join contacts k on k.id = c.contact_id join channels h on h.id = c.channel_id left join agents a on a.id = c.assignee_id
    left join tickets t on t.id = c.ticket_id left join messages m on m.conversation_id = c.id and m.client_id = $2 where c.id = $1`,
  message: `with counted as (
      update conversations set last_seq = last_seq + 1, updated_at = $7, contact_read_seq = last_seq + 1, idle_since = null,
        idle_warned_at = null where id = $3 returning last_seq
    ), recorded as (
      insert into events (id, workspace_id, type, actor_kind, actor_id, conversation_id, data, created_at)
      values ($8, $2, 'message.created', 'contact', $5, $3, $9, $7)
    ) insert into messages (id, workspace_id, conversation_id, seq, client_id, author_kind, author_id, body, created_at)
    values ($1, $2, $3, (select last_seq from counted), $4, 'contact', $5, $6, $7) returning seq`,
};

if (databaseUrl) {
  const options = { connectionString: databaseUrl, pipeline: true, stream: () => new BatchingSocket() };
  const pool = new pg.Pool({ ...options, max: 10 });
  const lookup = new pg.Client(options);
  await lookup.connect();
  app.post("/messages", async (http) => {
    const token = http.req.header("authorization")?.slice("Bearer ".length) ?? "";
    const { conversationId, clientId, body } = await http.req.json<Record<string, string>>();
    const tokenHash = createHash("sha256").update(token).digest("hex");
    const [session] = await rows(lookup, "session", [tokenHash]);
    if (!session) throw new Error("There is no such session");
    const { workspace_id: workspaceId, contact_id: contactId } = session;
    const client = await pool.connect();
    await Promise.all([
      client.query({ name: "begin", text: "begin" }),
      rows(client, "enter", [workspaceId]),
      rows(client, "lock", [conversationId]),
      rows(client, "circumstances", [conversationId, clientId]),
    ]);
    const [id, now] = [randomUUIDv7(), new Date()];
    const fact = [randomUUIDv7(), JSON.stringify({ messageId: id })];
    const [[message]] = await Promise.all([
      rows(client, "message", [id, workspaceId, conversationId, clientId, contactId, body, now, ...fact]),
      client.query({ name: "commit", text: "commit" }),
    ]);
    client.release();
    tell({ clientId, seq: message?.seq, body });
    return http.json({ clientId, seq: message?.seq, body }, 201);
  });
}

if (!server.listening) await once(server, "listening");
process.send?.({ port: (server.address() as AddressInfo).port });

async function rows(on: pg.ClientBase, name: keyof typeof statements, values: unknown[]) {
  return (await on.query({ name, text: statements[name] }, values)).rows;
}
