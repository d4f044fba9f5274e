import type { TeamConversation } from "@deskbell/sdk/agent";
import { describe, expect, test } from "vitest";
import { belongsToView, isUnread, sortForView } from "./views.ts";

const me = { id: "a1", name: "Ada", avatarUrl: null };

function conversation(changes: Partial<TeamConversation>): TeamConversation {
  const contact = {
    id: "c1",
    name: null,
    email: null,
    phone: null,
    externalId: null,
    attributes: {},
    verified: null,
    lastSeenAt: null,
    createdAt: "2026-11-20T10:00:00Z",
  };
  return {
    id: "v1",
    clientId: "k1",
    handling: "queue",
    assignee: null,
    ticket: null,
    lastSeq: 3,
    lastMessage: null,
    lastChangeSeq: 0,
    contactReadSeq: 0,
    agentReadSeq: 0,
    contactDeliveredSeq: 0,
    agentDeliveredSeq: 0,
    rating: null,
    createdAt: "2026-11-20T10:00:00Z",
    updatedAt: "2026-11-20T10:00:00Z",
    contact,
    channel: { id: "ch", name: "Website" },
    team: null,
    queuedAt: null,
    labels: [],
    attributes: {},
    ...changes,
  };
}

describe("what belongs to a view of the inbox", () => {
  const cases: [Partial<TeamConversation>, string][] = [
    [{ handling: "bot" }, "all"],
    [{ handling: "queue" }, "queue all"],
    [{ handling: "agent", assignee: me }, "mine all"],
    [{ handling: "agent", assignee: { ...me, id: "a2" } }, "all"],
    [{ handling: "closed", assignee: me }, "closed"],
  ];
  test.each(cases)("%j is in %s", (changes, expected) => {
    const views = (["queue", "mine", "all", "closed"] as const).filter((view) =>
      belongsToView(conversation(changes), view, "a1"),
    );
    expect(views.join(" ")).toBe(expected);
  });
});

test("the queue shows who waits longest first, the others what changed last", () => {
  const early = conversation({ id: "e", queuedAt: "2026-11-20T10:00:00Z", updatedAt: "2026-11-20T10:00:00Z" });
  const late = conversation({ id: "l", queuedAt: "2026-11-20T11:00:00Z", updatedAt: "2026-11-20T11:00:00Z" });
  expect(sortForView([late, early], "queue").map(({ id }) => id)).toEqual(["e", "l"]);
  expect(sortForView([early, late], "all").map(({ id }) => id)).toEqual(["l", "e"]);
});

test("what the bot handles is never unread", () => {
  expect(isUnread(conversation({ handling: "queue" }))).toBe(true);
  expect(isUnread(conversation({ handling: "queue", agentReadSeq: 3 }))).toBe(false);
  expect(isUnread(conversation({ handling: "bot" }))).toBe(false);
});
