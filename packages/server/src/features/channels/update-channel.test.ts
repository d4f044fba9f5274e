import type { UpdateChannel } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { events } from "../../db/events.ts";
import { createTestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { transact } from "../../transact.ts";
import { channels } from "./tables.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ work: false });
});
afterAll(() => server.close());

async function scene() {
  const workspace = await createTestWorkspace(server);
  const admin = await workspace.agent("admin");
  const channel = (await admin.channels.list()).data.find(({ key }) => key === workspace.channelKey);
  if (!channel) throw new Error("The workspace has no channel");
  return { workspace, admin, channel };
}

it("keys left out stay as they are, down to a single setting, and contacts have the change with their next session", async () => {
  const { workspace, admin, channel } = await scene();
  const idle = { warnAfterMinutes: 10, closeAfterMinutes: 5, makeTicket: true };
  await admin.channels.update(channel.id, { idle, conversations: { several: false } });
  const changed = await admin.channels.update(channel.id, {
    settings: { greeting: "Welcome" },
    allowedDomains: ["Example.com ", "*.bücher.example", "localhost:3000"],
  });
  expect(changed).toEqual({
    ...channel,
    idle,
    settings: { ...channel.settings, greeting: "Welcome" },
    conversations: { several: false, afterClose: "new" },
    allowedDomains: ["example.com", "*.xn--bcher-kva.example", "localhost:3000"],
  });
  expect((await admin.channels.list()).data.find(({ id }) => id === channel.id)).toEqual(changed);
  const session = await workspace.contact().start();
  expect(session.channel.settings.greeting).toBe("Welcome");
  expect(session.channel.conversations).toEqual({ several: false, afterClose: "new" });
  expect(session.channel).not.toHaveProperty("idle");
  expect((await admin.channels.update(channel.id, { idle: null })).idle).toBeNull();
});

it("a change is recorded with what it was; one that changes nothing leaves no trace", async () => {
  const { workspace, admin, channel } = await scene();
  await admin.channels.update(channel.id, { name: "Shop" });
  await admin.channels.update(channel.id, { name: "Shop", settings: {} });
  const recorded = await transact(workspace.ctx, ({ db }) =>
    db.select().from(events).where(eq(events.type, "channel.updated")),
  );
  expect(recorded.map(({ data }) => data)).toEqual([
    { channelId: channel.id, changes: { name: { from: channel.name, to: "Shop" } } },
  ]);
});

/** One for all that is refused, and leaves nothing behind. */
let sceneOfRefusals: ReturnType<typeof scene> | undefined;
const refusing = () => {
  sceneOfRefusals ??= scene();
  return sceneOfRefusals;
};

it.each([
  [{ allowedDomains: ["https://example.com"] }, "allowedDomains.0"],
  [{ allowedDomains: ["shop.example", "*"] }, "allowedDomains.1"],
  [{ settings: { brandColor: "red" } }, "settings.brandColor"],
  [{ settings: { locale: "!" } }, "settings.locale"],
  [{ settings: { theme: "sepia" } }, "settings.theme"],
  [{ settings: { preset: "rococo" } }, "settings.preset"],
  [{ settings: { offsetX: -1 } }, "settings.offsetX"],
  [{ settings: { offsetY: 501 } }, "settings.offsetY"],
  [{ settings: { offsetY: 1.5 } }, "settings.offsetY"],
  [{ settings: { title: "x".repeat(61) } }, "settings.title"],
  [{ settings: { title: " " } }, "settings.title"],
  [{ settings: { logoUrl: "javascript:alert(1)" } }, "settings.logoUrl"],
  [{ settings: { logoUrl: "data:image/svg+xml,<svg/>" } }, "settings.logoUrl"],
  [{ settings: { logoUrl: "http://shop.example/logo.png" } }, "settings.logoUrl"],
  [{ settings: { logoUrl: "https://" } }, "settings.logoUrl"],
  [{ settings: { logoUrl: "//shop.example/logo.png" } }, "settings.logoUrl"],
  [{ settings: { logoUrl: "/files/logos/../../console" } }, "settings.logoUrl"],
  [{ name: "   " }, "name"],
  [{ idle: { warnAfterMinutes: 0, closeAfterMinutes: 5, makeTicket: false } }, "idle.warnAfterMinutes"],
])("refuses %j and says where", async (change, field) => {
  const { admin, channel } = await refusing();
  const refused = await admin.channels.update(channel.id, change as UpdateChannel).catch((error) => error);
  expect(refused).toMatchObject({ code: "invalid_input", fields: { [field]: expect.any(String) } });
});

it("is for admins", async () => {
  const { workspace, channel } = await scene();
  const agent = await workspace.agent("supervisor");
  await expect(agent.channels.update(channel.id, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
});

it("a channel from before there were themes, presets, offsets, titles and logos looks as it did", async () => {
  const { workspace, admin, channel } = await scene();
  const { brandColor, greeting, tagline, position, locale, botName, files, announcement, links } = channel.settings;
  const old = { brandColor, greeting, tagline, position, locale, botName, files, announcement, links };
  await transact(workspace.ctx, ({ db }) =>
    db
      .update(channels)
      .set({ settings: old as typeof channel.settings })
      .where(eq(channels.id, channel.id)),
  );
  const session = await workspace.contact().start();
  const plain = { offsetX: 20, offsetY: 20, theme: "auto", preset: "classic", title: null, logoUrl: null };
  expect(session.channel.settings).toEqual({ ...old, ...plain });
  const changed = await admin.channels.update(channel.id, { settings: { preset: "soft", theme: "dark" } });
  expect(changed.settings).toEqual({ ...old, ...plain, preset: "soft", theme: "dark" });
  const script = await (await fetch(`${server.url}/w/${workspace.channelKey}.js`)).text();
  expect(script).toContain('"preset":"soft"');
});
