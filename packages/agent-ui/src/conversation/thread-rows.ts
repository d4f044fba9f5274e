import type { Author, Message, Note, PendingItem, ThreadItem } from "@deskbell/sdk/agent";
import { dayKey } from "../ui/relative-time.ts";

export type GroupItem = { kind: "message"; message: Message } | { kind: "note"; note: Note } | PendingItem;

/** One visual row of a thread. */
export type ThreadRow =
  | { kind: "day"; key: string; day: string }
  | { kind: "unread"; key: string }
  | { kind: "activity"; key: string; message: Message }
  | { kind: "group"; key: string; author: Author; internal: boolean; startedAt: string; items: GroupItem[] };

/** By `seq`: read up to `after`, and nothing newer than `upTo` was there yet. */
export interface Unread {
  after: number;
  upTo: number;
}

const togetherMs = 5 * 60_000;

/**
 * What one person says in one go belongs together; notes never stand in one group with messages. The line for unread
 * messages stands before the first of the contact's messages that
 * nobody had read when the thread was opened.
 */
export function threadRows(items: readonly ThreadItem[], me: Author, unread: Unread | null): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let day = "";
  let marked = unread === null || unread.after === 0;
  let lastAt = 0;
  for (const item of items) {
    const { author, createdAt, internal } = describe(item, me);
    const key = itemKey(item);
    if (dayKey(createdAt) !== day) {
      day = dayKey(createdAt);
      rows.push({ kind: "day", key: `day-${day}-${key}`, day });
    }
    if (!marked && unread && isUnread(item, unread)) {
      marked = true;
      rows.push({ kind: "unread", key: "unread" });
    }
    const last = rows.at(-1);
    const at = Date.parse(createdAt);
    if (item.kind === "message" && item.message.payload?.type === "activity")
      rows.push({ kind: "activity", key, message: item.message });
    else if (
      last?.kind === "group" &&
      last.internal === internal &&
      sameAuthor(last.author, author) &&
      at - lastAt < togetherMs
    )
      last.items.push(item);
    else rows.push({ kind: "group", key, author, internal, startedAt: createdAt, items: [item] });
    lastAt = at;
  }
  return rows;
}

/** The same before and after the server has stored it, so that nothing flickers. */
export function itemKey(item: ThreadItem): string {
  if (item.kind === "pending") return item.clientId;
  if (item.kind === "note") return item.note.clientId;
  return item.message.clientId ?? item.message.id;
}

function describe(item: ThreadItem, me: Author): { author: Author; createdAt: string; internal: boolean } {
  if (item.kind === "pending") return { author: me, createdAt: item.createdAt, internal: item.of === "note" };
  if (item.kind === "note") return { author: item.note.author, createdAt: item.note.createdAt, internal: true };
  return { author: item.message.author, createdAt: item.message.createdAt, internal: false };
}

function isUnread(item: ThreadItem, { after, upTo }: Unread): boolean {
  if (item.kind !== "message" || item.message.author.kind !== "contact") return false;
  return item.message.seq > after && item.message.seq <= upTo;
}

function sameAuthor(a: Author, b: Author): boolean {
  return a.kind === b.kind && a.id === b.id;
}
