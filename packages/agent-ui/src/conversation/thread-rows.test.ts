import type { Author, Message, Note, ThreadItem } from "@deskbell/sdk/agent";
import { describe, expect, test } from "vitest";
import { itemKey, threadRows } from "./thread-rows.ts";

const contact: Author = { kind: "contact", id: "c1", name: "Hanna", avatarUrl: null };
const me: Author = { kind: "agent", id: "a1", name: "Ada", avatarUrl: null };
const system: Author = { kind: "system", id: null, name: null, avatarUrl: null };
const at = (minute: number, day = 20) => new Date(2026, 10, day, 12, minute).toISOString();

function message(seq: number, author: Author, createdAt: string, payload: Message["payload"] = null): ThreadItem {
  const id = `m${seq}`;
  return {
    kind: "message",
    message: {
      ...{ id, conversationId: "v", seq, clientId: id, author, body: "…", attachments: [], payload, createdAt },
      ...{ changeSeq: 0, editedAt: null, deletedAt: null, deletedBy: null },
    },
  };
}

function note(id: string, createdAt: string): ThreadItem {
  const content: Note = { id, conversationId: "v", clientId: id, afterSeq: 1, author: me, body: "…", createdAt };
  return { kind: "note", note: content };
}

const shape = (items: ThreadItem[], unread: Parameters<typeof threadRows>[2] = null) =>
  threadRows(items, me, unread).map((row) => (row.kind === "group" ? row.items.length : row.kind));

describe("the rows of a thread", () => {
  test("what one person says in one go is one group", () =>
    expect(shape([message(1, contact, at(0)), message(2, contact, at(4)), message(3, me, at(5))])).toEqual([
      "day",
      2,
      1,
    ]));

  test("a pause starts a new group", () =>
    expect(shape([message(1, contact, at(0)), message(2, contact, at(6))])).toEqual(["day", 1, 1]));

  test("a new day has its name", () =>
    expect(shape([message(1, contact, at(0)), message(2, contact, at(0, 21))])).toEqual(["day", 1, "day", 1]));

  test("a note never stands in one group with messages of the same agent", () =>
    expect(shape([message(1, me, at(0)), note("n1", at(0)), message(2, me, at(1))])).toEqual(["day", 1, 1, 1]));

  test("an activity is a line of its own and ends a group", () => {
    const closed = message(2, system, at(1), {
      type: "activity",
      activity: { name: "closed", by: "contact", agentName: null },
    });
    expect(shape([message(1, me, at(0)), closed, message(3, me, at(1))])).toEqual(["day", 1, "activity", 1]);
  });

  test("what is pending joins my group, under the key that its message will have", () => {
    const pending: ThreadItem = {
      kind: "pending",
      of: "message",
      payload: null,
      clientId: "k1",
      body: "…",
      attachments: [],
      createdAt: at(1),
      state: "sending",
      error: null,
    };
    expect(shape([message(1, me, at(0)), pending])).toEqual(["day", 2]);
    const stored = message(2, me, at(1));
    if (stored.kind === "message") stored.message.clientId = "k1";
    expect(itemKey(pending)).toBe(itemKey(stored));
  });

  test("the line for new messages stands before the first unread one of the contact", () => {
    const items = [
      message(1, contact, at(0)),
      message(2, me, at(1)),
      message(3, contact, at(2)),
      message(4, contact, at(3)),
    ];
    expect(shape(items, { after: 1, upTo: 4 })).toEqual(["day", 1, 1, "unread", 2]);
  });

  test("what arrives while one looks is not marked as unread", () => {
    const items = [message(1, contact, at(0)), message(2, contact, at(9))];
    expect(shape(items, { after: 1, upTo: 1 })).toEqual(["day", 1, 1]);
  });
});
