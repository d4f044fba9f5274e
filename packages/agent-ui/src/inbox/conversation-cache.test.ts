import type { Message, TeamConversation } from "@deskbell/sdk/agent";
import { beforeEach, describe, expect, test } from "vitest";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import {
  applyConversation,
  applyMessage,
  expectConversation,
  findConversation,
  isAnyListCut,
} from "./conversation-cache.ts";

const me = { id: "a1", name: "Ada", avatarUrl: null };
const at = (second: number) => `2026-11-20T10:00:0${second}Z`;
const marks = { contactReadSeq: 0, agentReadSeq: 0, contactDeliveredSeq: 0, agentDeliveredSeq: 0 };
const waiting = {
  id: "v1",
  handling: "queue",
  assignee: null,
  lastSeq: 1,
  updatedAt: at(1),
  ...marks,
} as TeamConversation;
const taken = { ...waiting, handling: "agent", assignee: me, lastSeq: 4, updatedAt: at(2) } as TeamConversation;
const claim = (conversation: TeamConversation): TeamConversation => ({
  ...conversation,
  handling: "agent",
  assignee: me,
});
const handling = () => findConversation("v1")?.handling;

beforeEach(() => {
  queryClient.clear();
  applyConversation(waiting, me.id);
});

describe("a command that is on its way", () => {
  test("is not undone by what the server said before it arrived", () => {
    const settle = expectConversation("v1", claim);
    applyConversation({ ...waiting, lastSeq: 4 }, me.id);
    expect(handling()).toBe("agent");
    settle();
    applyConversation(taken, me.id);
    expect(findConversation("v1")).toEqual(taken);
  });

  test("that is refused goes back to what the server last said", () => {
    const settle = expectConversation("v1", claim);
    const theirs = { ...taken, assignee: { ...me, id: "a2" } };
    applyConversation(theirs, me.id);
    settle();
    expect(findConversation("v1")).toEqual(theirs);
  });

  test("whose answer comes after its event changes nothing more", () => {
    const settle = expectConversation("v1", claim);
    const later = { ...taken, lastSeq: 9, updatedAt: at(3) };
    applyConversation(later, me.id);
    settle();
    applyConversation(taken, me.id);
    expect(findConversation("v1")).toEqual(later);
  });
});

test("an older state changes nothing", () => {
  applyConversation(taken, me.id);
  applyConversation(waiting, me.id);
  expect(handling()).toBe("agent");
});

describe("a message", () => {
  const message = {
    conversationId: "v1",
    seq: 5,
    author: { kind: "contact" },
    createdAt: at(5),
  } as Message;
  const pages = (nextCursor: string | null) => ({ pages: [{ data: [], nextCursor }], pageParams: [undefined] });

  test("moves its conversation on, also under a command that is on its way", () => {
    const settle = expectConversation("v1", claim);
    applyMessage(message, me.id);
    const moved = { lastSeq: 5, lastMessage: message, contactReadSeq: 5, updatedAt: at(5) };
    expect(findConversation("v1")).toMatchObject({ ...moved, handling: "agent" });
    settle();
    expect(findConversation("v1")).toMatchObject({ ...moved, handling: "queue" });
  });

  test("brings a conversation that is known into the lists that it belongs to", () => {
    queryClient.setQueryData(keys.conversations("all", null), pages("further"));
    applyMessage(message, me.id);
    const list = queryClient.getQueryData<ReturnType<typeof pages>>(keys.conversations("all", null));
    expect(list?.pages[0]?.data).toMatchObject([{ id: "v1", lastSeq: 5 }]);
  });

  test("of a conversation that is not known may belong into a list that is not loaded to its end", () => {
    applyMessage({ ...message, conversationId: "v2" }, me.id);
    expect(findConversation("v2")).toBeUndefined();
    queryClient.setQueryData(keys.conversations("all", null), pages(null));
    expect(isAnyListCut()).toBe(false);
    queryClient.setQueryData(keys.conversations("mine", null), pages("further"));
    expect(isAnyListCut()).toBe(true);
  });
});
