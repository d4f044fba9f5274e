import { afterAll, expect, it } from "vitest";
import { createTestWorkspace } from "../../test/actors.ts";
import { startTestServer } from "../../test/harness.ts";
import { widgetManifest } from "./widget-build.ts";

const server = await startTestServer({ work: false });
afterAll(() => server.close());

const { assetsHash } = widgetManifest();
const asset = (folder: string, file: string) =>
  fetch(`${server.url}/w/assets/${folder}/${file}`, { redirect: "manual" });

it("the script names the app that is built, and browsers keep it for good", async () => {
  const { channelKey } = await createTestWorkspace(server);
  const script = await (await fetch(`${server.url}/w/${channelKey}.js`)).text();
  expect(script).toContain(`/w/assets/-${assetsHash}/app.js`);
  const app = await asset(`0-${assetsHash}`, "app.js");
  expect(app.status).toBe(200);
  expect(app.headers.get("cache-control")).toContain("immutable");
});

it("a script from before an upgrade gets today's app, and its next attempt too", async () => {
  const app = await asset("2-0123456789ab", "app.js");
  expect(app.status).toBe(302);
  expect(app.headers.get("location")).toBe(`/w/assets/2-${assetsHash}/app.js`);
  expect(app.headers.get("cache-control")).toBe("no-store");
  // Pages of other origins follow it.
  expect(app.headers.get("access-control-allow-origin")).toBe("*");
});

it("an app from before an upgrade gets none of today's parts: what they call each other by has changed", async () => {
  expect((await asset("0-0123456789ab", "chat.js")).status).toBe(404);
  expect((await asset(`0-${assetsHash}`, "chat.js")).status).toBe(200);
});
