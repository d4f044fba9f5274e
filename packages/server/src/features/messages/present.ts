import type { Author, Message, MessageVersion, Note } from "@deskbell/contract";
import { presentAttachment } from "../files/index.ts";
import type { messages, messageVersions, notes } from "./tables.ts";

export type MessageRow = typeof messages.$inferSelect;
export type VersionRow = typeof messageVersions.$inferSelect;
export type NoteRow = typeof notes.$inferSelect;

/** A message is the same for both audiences: what only the team may see is a note. */
export const presentMessage = (row: MessageRow): Message => ({
  id: row.id,
  conversationId: row.conversationId,
  seq: row.seq,
  clientId: row.clientId,
  author: presentAuthor(row),
  body: row.body,
  attachments: (row.attachments ?? []).map(presentAttachment),
  payload: row.payload,
  createdAt: row.createdAt.toISOString(),
  changeSeq: row.changeSeq,
  editedAt: row.editedAt?.toISOString() ?? null,
  deletedAt: row.deletedAt?.toISOString() ?? null,
  deletedBy: row.deletedByKind && {
    kind: row.deletedByKind,
    id: row.deletedById,
    name: row.deletedByName,
    avatarUrl: null,
  },
});

/** For the team only. */
export const presentVersion = (row: VersionRow): MessageVersion => ({
  id: row.id,
  messageId: row.messageId,
  change: row.change,
  body: row.body,
  payload: row.payload,
  author: presentAuthor(row),
  createdAt: row.createdAt.toISOString(),
});

export const presentNote = (row: NoteRow): Note => ({
  id: row.id,
  conversationId: row.conversationId,
  clientId: row.clientId,
  afterSeq: row.afterSeq,
  author: presentAuthor(row),
  body: row.body,
  createdAt: row.createdAt.toISOString(),
});

const presentAuthor = (row: Pick<MessageRow, "authorKind" | "authorId" | "authorName">): Author => ({
  kind: row.authorKind,
  id: row.authorId,
  name: row.authorName,
  avatarUrl: null,
});
