import {
  messageSchema,
  messagesQuerySchema,
  noteSchema,
  pageOf,
  pageQuerySchema,
  pathId,
  sendMessageSchema,
} from "@deskbell/contract/schema";
import type { Context } from "../../context.ts";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { getConversationView } from "../conversations/index.ts";
import { addNote } from "./add-note.ts";
import { listMessageRows, listNoteRows } from "./queries.ts";
import { sendMessage } from "./send-message.ts";

const example = { clientId: "m-7d3f9a12", body: "It is the **Team** plan." };

export function messageRoutes(api: Api): void {
  const list = (ctx: Context, id: string, query: Parameters<typeof listMessageRows>[2]) =>
    transact(ctx, async (tx) => {
      await getConversationView(tx, id);
      return listMessageRows(tx, id, query);
    });

  api.contact(
    {
      method: "GET",
      path: "/v1/conversations/:id/messages",
      summary: "List the messages of my conversation",
      params: pathId,
      query: messagesQuerySchema,
      answer: pageOf(messageSchema),
    },
    ({ ctx, params, query }) => list(ctx, params.id, query),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/conversations/:id/messages",
      summary: "Send a message",
      limit: "messages",
      params: pathId,
      body: sendMessageSchema,
      example,
      answer: messageSchema,
      creates: true,
    },
    ({ ctx, params, body }) => sendMessage(ctx, params.id, body),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/conversations/:id/messages",
      summary: "List the messages of a conversation",
      params: pathId,
      query: messagesQuerySchema,
      answer: pageOf(messageSchema),
    },
    ({ ctx, params, query }) => list(ctx, params.id, query),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/:id/messages",
      summary: "Answer the contact",
      params: pathId,
      body: sendMessageSchema,
      example,
      answer: messageSchema,
      creates: true,
    },
    ({ ctx, params, body }) => sendMessage(ctx, params.id, body),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/conversations/:id/notes",
      summary: "List the internal notes of a conversation",
      params: pathId,
      query: pageQuerySchema,
      answer: pageOf(noteSchema),
    },
    ({ ctx, params, query }) =>
      transact(ctx, async (tx) => {
        await getConversationView(tx, params.id);
        return listNoteRows(tx, params.id, query);
      }),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/:id/notes",
      summary: "Write an internal note",
      params: pathId,
      body: sendMessageSchema,
      example: { clientId: "n-7d3f9a13", body: "Called them: all fine." },
      answer: noteSchema,
      creates: true,
    },
    ({ ctx, params, body }) => addNote(ctx, params.id, body),
  );
}
