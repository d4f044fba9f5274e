import type { Agent, Message, Team, TeamConversation, TeamTicket } from "@deskbell/sdk/agent";
import { beforeEach, describe, expect, test } from "vitest";
import { applyConversation, applyMessage, findConversation } from "./inbox/conversation-cache.ts";
import { flattenPages, type Pages } from "./list-pages.ts";
import { applyAgents, forgetAgent } from "./presence/status.ts";
import { queryClient } from "./query-client.ts";
import { keys } from "./query-keys.ts";
import { applyTeam, forgetTeam } from "./teams/team-cache.ts";
import { applyTicket } from "./tickets/ticket-cache.ts";

const me = "a1";
const at = (second: number) => `2026-11-20T10:00:0${second}.000Z`;
const marks = { contactReadSeq: 0, agentReadSeq: 0, contactDeliveredSeq: 0, agentDeliveredSeq: 0, queue: null };
const waiting = (changes: Partial<TeamConversation> = {}) =>
  ({ id: "v1", handling: "queue", lastSeq: 1, updatedAt: at(1), ...marks, ...changes }) as TeamConversation;
const words = {
  conversationId: "v1",
  seq: 2,
  body: "Are you there?",
  author: { kind: "contact" },
  createdAt: at(2),
} as Message;
const queue = keys.conversations("queue", null);

/** Fetches what `key` names; the answer comes when it is given. */
function fetching<T>(queryKey: readonly unknown[]) {
  const { promise, resolve } = Promise.withResolvers<T>();
  const done = queryClient.fetchQuery({ queryKey, queryFn: () => promise, staleTime: 0 });
  return async (answer: T) => {
    resolve(answer);
    await done;
  };
}
const page = <T>(...data: T[]): Pages<T> => ({ pages: [{ data, nextCursor: null }], pageParams: [undefined] });
const rows = <T extends { id: string }>(key: readonly unknown[]) =>
  flattenPages(queryClient.getQueryData<Pages<T>>(key));

beforeEach(() => queryClient.clear());

describe("what is heard while its list is being fetched", () => {
  test("stays, though the answer is from before it: a message", async () => {
    const answer = fetching<Pages<TeamConversation>>(queue);
    applyMessage(words, me);
    await answer(page(waiting()));
    expect(rows<TeamConversation>(queue)[0]?.lastMessage?.body).toBe("Are you there?");
  });

  test("stays the second time, too, and in each list", async () => {
    await fetching<Pages<TeamConversation>>(queue)(page(waiting()));
    const all = keys.conversations("all", null);
    const answers = [fetching<Pages<TeamConversation>>(queue), fetching<Pages<TeamConversation>>(all)];
    applyConversation(waiting({ lastSeq: 3, updatedAt: at(3) }), me);
    for (const answer of answers) await answer(page(waiting()));
    for (const key of [queue, all]) expect(rows<TeamConversation>(key)[0]?.lastSeq).toBe(3);
  });

  test("stays: that somebody took it, or that one came", async () => {
    const answer = fetching<Pages<TeamConversation>>(queue);
    applyConversation(waiting({ handling: "agent", updatedAt: at(2) }), me);
    applyConversation(waiting({ id: "v2", updatedAt: at(2) }), me);
    await answer(page(waiting()));
    expect(rows<TeamConversation>(queue).map(({ id }) => id)).toEqual(["v2"]);
  });

  test("does not undo an answer that is later", async () => {
    const answer = fetching<Pages<TeamConversation>>(queue);
    applyConversation(waiting({ updatedAt: at(2) }), me);
    await answer(page(waiting({ lastSeq: 5, updatedAt: at(5) })));
    expect(rows<TeamConversation>(queue)[0]?.lastSeq).toBe(5);
    expect(findConversation("v1")?.lastSeq).toBe(5);
  });

  test("stays, of tickets, teams and agents", async () => {
    const tickets = fetching<Pages<TeamTicket>>(keys.tickets("open", ""));
    const teams = fetching<Team[]>(keys.teams);
    const agents = fetching<Agent[]>(keys.agents);
    const ticket = { id: "t1", status: "open", version: 1, contact: { id: "c1" } } as TeamTicket;
    applyTicket({ ...ticket, subject: "New", version: 2 }, me);
    applyTeam({ id: "m1", name: "Billing", updatedAt: at(2) } as Team);
    forgetTeam("m2");
    applyAgents([{ id: "a1", status: "away" } as Agent]);
    forgetAgent("a2");
    await tickets(page({ ...ticket, subject: "Old" }));
    await teams([{ id: "m2", name: "Returns", updatedAt: at(1) } as Team]);
    await agents([{ id: "a1", status: "online" } as Agent, { id: "a2" } as Agent]);
    expect(rows<TeamTicket>(keys.tickets("open", "")).map(({ subject }) => subject)).toEqual(["New"]);
    expect(queryClient.getQueryData<Team[]>(keys.teams)?.map(({ name }) => name)).toEqual(["Billing"]);
    expect(queryClient.getQueryData<Agent[]>(keys.agents)).toEqual([{ id: "a1", status: "away" }]);
  });

  test("is forgotten with a fetch that failed", async () => {
    const failing = queryClient.fetchQuery({ queryKey: queue, queryFn: () => Promise.reject(new Error("away")) });
    applyConversation(waiting({ handling: "agent", updatedAt: at(2) }), me);
    await expect(failing).rejects.toThrow("away");
    queryClient.removeQueries({ queryKey: keys.conversation("v1") });
    await fetching<Pages<TeamConversation>>(queue)(page(waiting({ updatedAt: at(1) })));
    expect(rows<TeamConversation>(queue)).toHaveLength(1);
  });
});
