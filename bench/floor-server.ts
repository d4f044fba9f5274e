import { createHash, randomUUIDv7 } from "node:crypto";
import { once } from "node:events";
import type { Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import postgres from "postgres";
import { Server } from "socket.io";

/** The bare server of the floors: no validation, no policy, no presenting, no ORM; the statements of a sent message. */
const [{ databaseUrl }] = (await once(process, "message")) as [{ databaseUrl?: string }];

const app = new Hono();
const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }) as HttpServer;
const io = new Server(server, { path: "/socket", serveClient: false });
io.on("connection", (socket) => socket.on("message", (message: object) => tell(message)));
const tell = (message: object) => io.of("/agent").to("team").emit("message.created", message);
io.of("/agent").on("connection", (socket) => socket.join("team"));

if (databaseUrl) {
  const sql = postgres(databaseUrl, { max: 10, onnotice: () => undefined });
  app.post("/messages", async (http) => {
    const token = http.req.header("authorization")?.slice("Bearer ".length) ?? "";
    const { conversationId, clientId, body } = await http.req.json<Record<string, string>>();
    const tokenHash = createHash("sha256").update(token).digest("hex");
    const message = await sql.begin(async (tx) => {
      const [session] = await tx`select * from sessions where token_hash = ${tokenHash}`;
      if (!session) throw new Error("There is no such session");
      const { workspace_id: workspaceId, contact_id: contactId } = session;
      await tx`select set_config('role', 'deskbell_app', true), set_config('deskbell.workspace_id', ${workspaceId}, true)`;
      await tx`select * from conversations where id = ${conversationId ?? ""} for update`;
      await tx`select * from messages where conversation_id = ${conversationId ?? ""} and client_id = ${clientId ?? ""}`;
      const [taken] = await tx`update conversations set last_seq = last_seq + 1, updated_at = now()
        where id = ${conversationId ?? ""} returning last_seq`;
      const [row] = await tx`insert into messages ${tx({
        id: randomUUIDv7(),
        workspace_id: workspaceId,
        conversation_id: conversationId ?? "",
        seq: taken?.last_seq ?? 0,
        client_id: clientId ?? "",
        author_kind: "contact",
        author_id: contactId,
        body: body ?? "",
        created_at: new Date(),
      })} returning *`;
      await tx`insert into events ${tx({
        id: randomUUIDv7(),
        workspace_id: workspaceId,
        type: "message.created",
        actor_kind: "contact",
        actor_id: contactId,
        conversation_id: conversationId ?? "",
        data: "{}",
        created_at: new Date(),
      })}`;
      await tx`select * from conversations c join contacts k on k.id = c.contact_id join channels h on h.id = c.channel_id
        left join agents a on a.id = c.assignee_id left join tickets t on t.id = c.ticket_id where c.id = ${conversationId ?? ""}`;
      return { clientId: row?.client_id, seq: row?.seq, body: row?.body };
    });
    tell(message);
    return http.json(message, 201);
  });
}

if (!server.listening) await once(server, "listening");
process.send?.({ port: (server.address() as AddressInfo).port });
