import { logoMaxBytes } from "@deskbell/contract";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestWorkspace } from "../../test/actors.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { transact } from "../../transact.ts";
import { logos } from "./tables.ts";

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
  const upload = async (picture: Blob) => (await admin.channels.uploadLogo(channel.id, picture)).settings.logoUrl ?? "";
  return { workspace, admin, channel, upload };
}

const picture = async (color: string, width = 1200, height = 600, format: "png" | "jpeg" | "webp" = "png") => {
  const bytes = await sharp({ create: { width, height, channels: 4, background: color } })
    .toFormat(format)
    .toBuffer();
  return new Blob([Uint8Array.from(bytes)]);
};

it("a picture becomes a small one at an address that pages of any policy may draw, and that never changes its content", async () => {
  const { upload, workspace } = await scene();
  const url = await upload(await picture("tomato"));
  expect(url).toMatch(new RegExp(`^/files/logos/${workspace.channelKey}\\.[0-9a-f]{16}\\.webp$`));
  const answer = await fetch(server.url + url);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "public, max-age=31536000, immutable",
    "cross-origin-resource-policy": "cross-origin",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  const drawn = await sharp(await answer.arrayBuffer()).metadata();
  expect([drawn.format, drawn.width, drawn.height]).toEqual(["webp", 192, 96]);
  const session = await workspace.contact().start();
  expect(session.channel.settings.logoUrl).toBe(url);
});

it("the same picture has the same address, another another; the last few stay for pages that are cached", async () => {
  const { upload, workspace } = await scene();
  const first = await upload(await picture("red"));
  expect(await upload(await picture("red"))).toBe(first);
  const second = await upload(await picture("green"));
  expect(second).not.toBe(first);
  expect((await fetch(server.url + first)).status).toBe(200);
  for (const color of ["blue", "black"]) await upload(await picture(color));
  expect((await fetch(server.url + first)).status).toBe(404);
  expect((await fetch(server.url + second)).status).toBe(200);
  expect(await transact(workspace.ctx, ({ db }) => db.select({ id: logos.id }).from(logos))).toHaveLength(3);
});

it("what the console read it may send back, and null shows none again", async () => {
  const { upload, admin, channel } = await scene();
  const logoUrl = await upload(await picture("navy", 64, 64, "webp"));
  const kept = await admin.channels.update(channel.id, { settings: { logoUrl, title: "  Fernwood " } });
  expect([kept.settings.logoUrl, kept.settings.title]).toEqual([logoUrl, "Fernwood"]);
  const elsewhere = "https://shop.example/logo.png";
  expect((await admin.channels.update(channel.id, { settings: { logoUrl: elsewhere } })).settings.logoUrl).toBe(
    elsewhere,
  );
  expect((await admin.channels.update(channel.id, { settings: { logoUrl: null } })).settings.logoUrl).toBeNull();
});

it.each([
  [
    "a drawing that may hold scripts",
    async () => new Blob(["<svg xmlns='http://www.w3.org/2000/svg'/>"]),
    "file_type_not_allowed",
  ],
  ["words", async () => new Blob(["no picture"]), "file_type_not_allowed"],
  ["the beginning of a picture", async () => (await picture("red")).slice(0, 60), "file_type_not_allowed"],
  ["nothing", async () => new Blob([]), "file_empty"],
  [
    "more than a megabyte",
    async () => new Blob([await picture("red"), new Uint8Array(logoMaxBytes)]),
    "file_too_large",
  ],
])("refuses %s, and changes nothing", async (_, make, code) => {
  const { admin, channel } = await scene();
  await expect(admin.channels.uploadLogo(channel.id, await make())).rejects.toMatchObject({ code });
  expect((await admin.channels.list()).data.find(({ id }) => id === channel.id)).toEqual(channel);
});

it("is for this workspace's admins", async () => {
  const { workspace, channel } = await scene();
  for (const role of ["viewer", "supervisor"] as const) {
    const colleague = await workspace.agent(role);
    await expect(colleague.channels.uploadLogo(channel.id, await picture("red"))).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  const stranger = await (await scene()).workspace.agent("owner");
  await expect(stranger.channels.uploadLogo(channel.id, await picture("red"))).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(stranger.channels.update(channel.id, { settings: { preset: "soft" } })).rejects.toMatchObject({
    code: "not_found",
  });
});

it.each(["demo.0123456789abcdef.webp", "nobody.0123456789abcdef.webp", "..%2f..%2fsecret", "demo.webp"])(
  "there is no logo at %s",
  async (name) => {
    expect((await fetch(`${server.url}/files/logos/${name}`)).status).toBe(404);
  },
);
