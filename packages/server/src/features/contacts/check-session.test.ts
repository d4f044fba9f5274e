import { createDeskbell, type Identity, type SessionCheck } from "@deskbell/sdk";
import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestWorkspace, type TestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { tenantRows } from "../../test/tenant-rows.ts";
import { createIdentityKey } from "../channels/create-identity-key.ts";
import { updateChannel } from "../channels/update-channel.ts";

let server: TestServer;
let workspace: TestWorkspace;
let kid: string;
let secret: string;
beforeAll(async () => {
  server = await startTestServer({ work: false });
  workspace = await createTestWorkspace(server);
  ({ kid, secret } = await createIdentityKey(workspace.ctx, workspace.channelKey));
  await updateChannel(workspace.ctx, { key: workspace.channelKey }, { allowedDomains: ["shop.example"] });
});
afterAll(() => server.close());

/** What a page of this origin hears, which leaves no trace. */
async function check(origin: string | null, identity?: Identity): Promise<SessionCheck> {
  const page = createDeskbell({
    host: server.url,
    channelKey: workspace.channelKey,
    fetch: (input, init) => fetch(input, { ...init, headers: { ...init?.headers, ...(origin && { origin }) } }),
  });
  const before = await tenantRows(server.deps.database.db);
  const answer = await page.sessions.check({ channelKey: workspace.channelKey, ...(identity && { identity }) });
  expect(await tenantRows(server.deps.database.db)).toEqual(before);
  return answer;
}
const codes = ({ refusals }: SessionCheck) => refusals.map(({ code }) => code);

const token = async (audience: string, expires: string) => ({
  token: await new SignJWT({ sub: "ada" })
    .setProtectedHeader({ alg: "HS256", kid })
    .setAudience(audience)
    .setExpirationTime(expires)
    .sign(new TextEncoder().encode(secret)),
});

it("says the time, whose page asks, and nothing against one that may", async () => {
  const answer = await check("https://shop.example", await token(workspace.channelKey, "10m"));
  expect(answer).toMatchObject({ origin: "https://shop.example", refusals: [] });
  expect(Math.abs(Date.parse(answer.time) - Date.now())).toBeLessThan(10_000);
  expect(codes(await check(null))).toEqual([]);
});

it("says all that is wrong at once, and which part of the token", async () => {
  const answer = await check("https://evil.example", await token("another", "10m"));
  expect(answer.refusals).toEqual([
    { code: "domain_not_allowed", fields: {} },
    { code: "identity_invalid", fields: { aud: expect.any(String) } },
  ]);
  expect(codes(await check(null, await token(workspace.channelKey, "-1m")))).toEqual(["identity_expired"]);
});

it("knows channels that want a proof, and those that take none", async () => {
  await updateChannel(workspace.ctx, { key: workspace.channelKey }, { identityMode: "required" });
  expect(codes(await check(null))).toEqual(["identity_required"]);
  await updateChannel(workspace.ctx, { key: workspace.channelKey }, { identityMode: "off" });
  expect(codes(await check(null, await token(workspace.channelKey, "10m")))).toEqual(["identity_off"]);
  await updateChannel(workspace.ctx, { key: workspace.channelKey }, { identityMode: "optional" });
});

it("an unknown channel is told as such", async () => {
  const page = createDeskbell({ host: server.url, channelKey: "nobody" });
  await expect(page.sessions.check({ channelKey: "nobody" })).rejects.toMatchObject({ code: "channel_not_found" });
});
