import {
  addNoteSchema,
  editMessageSchema,
  messageSchema,
  messagesPageSchema,
  messagesQuerySchema,
  messageVersionSchema,
  noteSchema,
  pageOf,
  pageQuerySchema,
  pathId,
  pathMessageId,
  sendContactMessageSchema,
  sendTeamMessageSchema,
} from "@deskbell/contract/schema";
import type { Context } from "../../context.ts";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { getConversation, getConversationView } from "../conversations/index.ts";
import { addNote } from "./add-note.ts";
import { deleteMessage } from "./delete-message.ts";
import { editMessage } from "./edit-message.ts";
import { eraseVersions } from "./erase-versions.ts";
import { listVersions } from "./list-versions.ts";
import { listMessageRows, listNoteRows } from "./queries.ts";
import { sendMessage } from "./send-message.ts";

const edited = { body: "It is the **Business** plan." };
const example = { clientId: "m-7d3f9a12", body: "It is the **Team** plan." };

export function messageRoutes(api: Api): void {
  const list = (ctx: Context, id: string, query: Parameters<typeof listMessageRows>[2]) =>
    transact(ctx, async (tx) => {
      // Read first: later changes may or may not be in the rows, earlier ones are.
      const [{ lastChangeSeq }, page] = await Promise.all([getConversation(tx, id), listMessageRows(tx, id, query)]);
      return { ...page, lastChangeSeq };
    });

  api.contact(
    {
      method: "GET",
      path: "/v1/conversations/:id/messages",
      summary: "List the messages of my conversation",
      params: pathId,
      query: messagesQuerySchema,
      answer: messagesPageSchema,
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
      body: sendContactMessageSchema,
      example,
      answer: messageSchema,
      creates: true,
    },
    ({ ctx, params, body }) => sendMessage(ctx, params.id, body),
  );
  api.contact(
    {
      method: "PATCH",
      path: "/v1/conversations/:id/messages/:messageId",
      summary: "Edit my message, within 15 minutes",
      limit: "changes",
      params: pathMessageId,
      body: editMessageSchema,
      example: edited,
      answer: messageSchema,
    },
    ({ ctx, params, body }) => editMessage(ctx, params.id, params.messageId, body),
  );
  api.contact(
    {
      method: "DELETE",
      path: "/v1/conversations/:id/messages/:messageId",
      summary: "Delete my message, within 15 minutes",
      limit: "changes",
      params: pathMessageId,
      answer: messageSchema,
    },
    ({ ctx, params }) => deleteMessage(ctx, params.id, params.messageId),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/conversations/:id/messages",
      summary: "List the messages of a conversation",
      params: pathId,
      query: messagesQuerySchema,
      answer: messagesPageSchema,
    },
    ({ ctx, params, query }) => list(ctx, params.id, query),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/conversations/:id/messages",
      summary: "Answer the contact",
      params: pathId,
      body: sendTeamMessageSchema,
      example,
      answer: messageSchema,
      creates: true,
    },
    ({ ctx, params, body }) => sendMessage(ctx, params.id, body),
  );
  api.team(
    {
      method: "PATCH",
      path: "/v1/agent/conversations/:id/messages/:messageId",
      summary: "Edit a message of one's own",
      params: pathMessageId,
      body: editMessageSchema,
      example: edited,
      answer: messageSchema,
    },
    ({ ctx, params, body }) => editMessage(ctx, params.id, params.messageId, body),
  );
  api.team(
    {
      method: "DELETE",
      path: "/v1/agent/conversations/:id/messages/:messageId",
      summary: "Delete a message of one's own, or as a supervisor anybody's",
      params: pathMessageId,
      answer: messageSchema,
    },
    ({ ctx, params }) => deleteMessage(ctx, params.id, params.messageId),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/conversations/:id/messages/:messageId/versions",
      summary: "List what a message said before it was edited or, for supervisors, deleted",
      params: pathMessageId,
      query: pageQuerySchema,
      answer: pageOf(messageVersionSchema),
    },
    ({ ctx, params, query }) => listVersions(ctx, params.id, params.messageId, query),
  );
  api.team(
    {
      method: "DELETE",
      path: "/v1/agent/conversations/:id/messages/:messageId/versions",
      summary: "Erase for good what a message said before",
      role: "supervisor",
      params: pathMessageId,
    },
    ({ ctx, params }) => eraseVersions(ctx, params.id, params.messageId),
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
      body: addNoteSchema,
      example: { clientId: "n-7d3f9a13", body: "Called them: all fine." },
      answer: noteSchema,
      creates: true,
    },
    ({ ctx, params, body }) => addNote(ctx, params.id, body),
  );
}
