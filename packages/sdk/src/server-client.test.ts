import { expect, test, vi } from "vitest";
import { createServerClient } from "./server-client.ts";

interface Call {
  url: string;
  body: { clientId: string };
}

/** Answers with these one after another, the last one from then on. */
function scripted(...answers: [status: number, body: unknown][]) {
  const calls: Call[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    calls.push({ url: String(url), body: JSON.parse(String(init?.body ?? "{}")) });
    const [status, body] = answers[Math.min(calls.length, answers.length) - 1] ?? [200, {}];
    if (status === 0) throw new TypeError("no connection");
    return new Response(JSON.stringify(body), { status, headers: { "retry-after": "0" } });
  };
  return { calls, client: createServerClient({ host: "https://a.example", apiKey: "dk_x", fetch, retries: 2 }) };
}

test("a create is repeated with the same clientId until it gets through", async () => {
  const { calls, client } = scripted([503, {}], [429, {}], [201, { id: "m1" }]);
  expect(await client.messages.send("c1", { body: "hello" })).toEqual({ id: "m1" });
  expect(calls).toHaveLength(3);
  expect(new Set(calls.map(({ body }) => body.clientId)).size).toBe(1);
});

test("it gives up after the retries, with the last reason", async () => {
  const { calls, client } = scripted([500, {}], [502, {}]);
  await expect(client.tickets.list()).rejects.toMatchObject({ status: 502 });
  expect(calls).toHaveLength(3);
});

test("a refusal is not asked again", async () => {
  const { calls, client } = scripted([409, { error: { code: "already_claimed", message: "Taken.", requestId: "r" } }]);
  await expect(client.conversations.claim("c1")).rejects.toMatchObject({ code: "already_claimed" });
  expect(calls).toHaveLength(1);
});

test("all goes through every page, and no further than it is consumed", async () => {
  const { calls, client } = scripted(
    [200, { data: [1, 2], nextCursor: "x" }],
    [200, { data: [3], nextCursor: "y" }],
    [200, { data: [4], nextCursor: null }],
  );
  const seen: unknown[] = [];
  for await (const ticket of client.all((page) => client.tickets.list({ view: "open", ...page }))) {
    seen.push(ticket);
    if (seen.length === 3) break;
  }
  expect(seen).toEqual([1, 2, 3]);
  expect(calls.map(({ url }) => url.split("?")[1])).toEqual(["view=open", "view=open&cursor=x"]);
});

test("a server that asks for patience is not asked sooner", async () => {
  vi.useFakeTimers();
  let calls = 0;
  const fetch: typeof globalThis.fetch = async () => {
    calls++;
    if (calls > 1) return new Response('{ "data": [], "nextCursor": null }');
    return new Response("{}", { status: 429, headers: { "retry-after": "7" } });
  };
  const answer = createServerClient({ host: "https://a.example", apiKey: "dk_x", fetch }).tickets.list();
  await vi.advanceTimersByTimeAsync(6_900);
  expect(calls).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(await answer).toEqual({ data: [], nextCursor: null });
  expect(calls).toBe(2);
  vi.useRealTimers();
});
