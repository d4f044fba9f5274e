import type { Message, MessagePayload, PendingItem, ThreadItem } from "@deskbell/sdk";
import { expect, test } from "vitest";
import { threadRows } from "./thread-rows.ts";

const message = (
  seq: number,
  kind: Message["author"]["kind"],
  at: string,
  payload: MessagePayload | null = null,
): ThreadItem => ({
  kind: "message",
  message: {
    id: `m${seq}`,
    conversationId: "c",
    seq,
    clientId: kind === "contact" ? `client-${seq}` : null,
    author: { kind, id: kind, name: kind, avatarUrl: null },
    body: `${seq}`,
    payload,
    attachments: [],
    createdAt: at,
    changeSeq: 0,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
  },
});
const pending: PendingItem = {
  kind: "pending",
  of: "message",
  payload: null,
  clientId: "client-9",
  body: "9",
  attachments: [],
  createdAt: "2026-11-20T12:00:00",
  state: "sending",
  error: null,
};
const shape = (items: ThreadItem[]) =>
  threadRows(items).map((row) => (row.kind === "message" ? `${row.key}${row.last ? "." : ""}` : row.kind));

test("one author's lines stand together, and only the last one carries the name", () => {
  const rows = shape([
    message(1, "contact", "2026-11-20T10:00:00"),
    message(2, "contact", "2026-11-20T10:01:00"),
    message(3, "agent", "2026-11-20T10:02:00"),
    message(4, "agent", "2026-11-20T10:30:00"),
  ]);
  expect(rows).toEqual(["day", "client-1", "client-2.", "m3.", "m4."]);
});

test("a new day is said", () => {
  const rows = shape([message(1, "bot", "2026-11-19T23:59:00"), message(2, "bot", "2026-11-20T00:01:00")]);
  expect(rows).toEqual(["day", "m1", "day", "m2."]);
});

test("what happened stands between the lines and ends a run", () => {
  const closed: MessagePayload = { type: "activity", activity: { name: "closed", by: "contact", agentName: null } };
  const rows = shape([
    message(1, "agent", "2026-11-20T10:00:00"),
    message(2, "system", "2026-11-20T10:00:01", closed),
    message(3, "agent", "2026-11-20T10:00:02"),
  ]);
  expect(rows).toEqual(["day", "m1.", "activity", "m3."]);
});

test("a line keeps its key when it is stored, so that it is not drawn anew", () => {
  const before = threadRows([pending]).at(-1);
  const after = threadRows([message(9, "contact", "2026-11-20T12:00:00")]).at(-1);
  expect(before?.key).toBe(after?.key);
});
