import { expect, test, vi } from "vitest";
import { DeskbellError } from "./deskbell-error.ts";
import { createRequest, type RequestSpec } from "./request.ts";

const respond = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi.fn<typeof fetch>(
    async () => new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers }),
  );

function ask(fetch: typeof globalThis.fetch, spec: Partial<RequestSpec> = {}, host = "https://help.example.com/") {
  return createRequest({ host, fetch, credentials: "omit" })({ method: "GET", path: ["articles"], ...spec });
}
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable("it should have been refused"),
    (thrown: unknown) => thrown as DeskbellError,
  );

test("ids and slugs are encoded, so none of them can name another route", async () => {
  const fetch = respond(200, {});
  await ask(fetch, { path: ["articles", "a/b?c#d é", "feedback"] });
  expect(fetch.mock.calls[0]?.[0]).toBe("https://help.example.com/v1/articles/a%2Fb%3Fc%23d%20%C3%A9/feedback");
  for (const slug of ["", ".", ".."]) {
    const error = await refusal(ask(fetch, { path: ["articles", slug] }));
    expect(error).toMatchObject({ code: "not_found", status: 404 });
  }
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("a query leaves out what is not given", async () => {
  const fetch = respond(200, {});
  await ask(fetch, { query: { q: "a&b", category: undefined, limit: 5 } }, "");
  expect(fetch.mock.calls[0]?.[0]).toBe("/v1/articles?q=a%26b&limit=5");
});

test("a body goes as JSON and an empty answer is undefined", async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => new Response(null, { status: 204 }));
  expect(await ask(fetch, { method: "POST", body: { helpful: true } })).toBeUndefined();
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({
    body: '{"helpful":true}',
    headers: { "content-type": "application/json" },
  });
});

test("a refusal keeps code, sentence, request id and fields", async () => {
  const error = {
    code: "invalid_input",
    message: "Some fields are wrong.",
    requestId: "r1",
    fields: { body: "Too long" },
  };
  const thrown = await refusal(ask(respond(422, { error })));
  expect(thrown).toBeInstanceOf(DeskbellError);
  expect(thrown).toMatchObject({ ...error, status: 422, temporary: false });
  expect(new DeskbellError(JSON.parse(JSON.stringify(thrown)))).toMatchObject({ ...error, status: 422 });
});

test.each([
  [502, "unavailable", true],
  [429, "rate_limited", true],
  [404, "not_found", false],
  [418, "internal", false],
])("a proxy's own %i page becomes %s", async (status, code, temporary) => {
  expect(await refusal(ask(respond(status, "<html>")))).toMatchObject({ code, status, temporary, requestId: null });
});

test("a page that answers 200 in place of the server (a captive portal) counts as no connection", async () => {
  expect(await refusal(ask(respond(200, "<html>Sign in to the hotel")))).toMatchObject({
    code: "network",
    temporary: true,
  });
});

test("retry-after is understood as seconds and as a date, in ms", async () => {
  const inSeconds = await refusal(ask(respond(429, "", { "retry-after": "7" })));
  expect(inSeconds.retryAfter).toBe(7_000);
  const date = new Date(Date.now() + 60_000).toUTCString();
  const asDate = await refusal(ask(respond(503, "", { "retry-after": date })));
  expect(asDate.retryAfter).toBeGreaterThan(50_000);
  expect((await refusal(ask(respond(503, "", { "retry-after": "soon" })))).retryAfter).toBeNull();
});

const hang: typeof fetch = (_, init) =>
  new Promise((_, reject) => {
    const stop = () => reject(new Error("stopped"));
    if (init?.signal?.aborted) stop();
    init?.signal?.addEventListener("abort", stop);
  });

test("no answer in time, an abort and no connection are told apart", async () => {
  expect(await refusal(ask(hang, { timeout: 1 }))).toMatchObject({ code: "timeout", status: null, temporary: true });
  const controller = new AbortController();
  const aborted = refusal(ask(hang, { signal: controller.signal }));
  controller.abort();
  expect(await aborted).toMatchObject({ code: "aborted", temporary: false });
  expect(await refusal(ask(hang, { signal: AbortSignal.abort() }))).toMatchObject({ code: "aborted" });
  expect(await refusal(ask(() => Promise.reject(new TypeError("fetch failed"))))).toMatchObject({ code: "network" });
});
