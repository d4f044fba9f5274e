import { existsSync, readdirSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import type { Attachment, Deskbell } from "@deskbell/sdk";
import { eq, sql } from "drizzle-orm";
import { SignJWT } from "jose";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createS3Storage } from "../../files/s3-storage.ts";
import { newId } from "../../ids.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import {
  pdf,
  picture,
  pictureBomb,
  program,
  turnedPhoto,
  wordDocument,
  wordDocumentWithMacros,
} from "../../test/corpus.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { type S3Server, startS3Server } from "../../test/s3-server.ts";
import { tenantRows } from "../../test/tenant-rows.ts";
import { transact } from "../../transact.ts";
import { createIdentityKey } from "../channels/create-identity-key.ts";
import { channels } from "../channels/tables.ts";
import { conversations } from "../conversations/tables.ts";
import { sweepFiles } from "./sweep-files.ts";
import { files } from "./tables.ts";

const hour = 3_600_000;

describe.each(["disk", "S3"])("files on %s", (where) => {
  let s3: S3Server | null = null;
  let server: TestServer;
  let workspace: TestWorkspace;
  let contact: Deskbell;
  let agent: TestAgent;
  let clock = () => new Date();
  beforeAll(async () => {
    s3 = where === "S3" ? await startS3Server() : null;
    server = await startTestServer({ now: () => clock(), ...(s3 && { storage: createS3Storage(s3.config) }) });
    workspace = await createTestWorkspace(server);
    contact = workspace.contact();
    agent = await workspace.agent();
  });
  afterEach(() => {
    clock = () => new Date();
  });
  afterAll(async () => {
    await server.close();
    await s3?.close();
  });

  const upload = (content: Buffer | string, name = "a file", by: Deskbell = contact) =>
    by.files.upload(new Blob([new Uint8Array(Buffer.from(content))]), { name });
  const start = async (attachments: Attachment[], body = "") =>
    (await contact.conversations.start({ message: { body, attachments: attachments.map(({ id }) => id) } }))
      .conversation;
  const get = (path: string | null, init?: RequestInit) => fetch(server.url + path, init);
  /** Whatever is kept, wherever. */
  const stored = (): string[] => {
    const folder = join(server.deps.config.dataDir, "files");
    return (
      s3?.keys() ??
      (existsSync(folder)
        ? readdirSync(folder, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
        : [])
    );
  };
  const received = () => {
    const folder = join(server.deps.config.dataDir, "uploads");
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const later = (ms: number) => {
    const now = Date.now() + ms;
    clock = () => new Date(now);
  };

  it("what is uploaded comes back byte for byte, to whoever has its link", async () => {
    const content = pdf();
    const file = await upload(content, "Rechnung Mai.pdf");
    expect(file).toMatchObject({
      name: "Rechnung Mai.pdf",
      type: "application/pdf",
      size: content.length,
      state: "ready",
    });
    expect(file).toMatchObject({ width: null, height: null, thumbnailUrl: null });
    const response = await get(file.url);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toContain(`filename="Rechnung Mai.pdf"`);
    expect(response.headers.get("content-disposition")).toMatch(/^attachment/);
  });

  it("a picture has its size and a thumbnail, upright and without what the camera wrote", async () => {
    const file = await upload(await turnedPhoto(), "IMG_1.jpg");
    expect(file).toMatchObject({ type: "image/jpeg", width: 600, height: 800 });
    const shown = await get(file.url);
    expect(shown.headers.get("content-disposition")).toMatch(/^inline/);
    const thumbnail = await get(file.thumbnailUrl);
    expect(thumbnail.headers.get("content-type")).toBe("image/webp");
    const bytes = Buffer.from(await thumbnail.arrayBuffer());
    const metadata = await sharp(bytes).metadata();
    expect(metadata).toMatchObject({ width: 360, height: 480 });
    expect(metadata.exif).toBeUndefined();
    expect(bytes.includes("Somebody")).toBe(false);
  });

  it("a file goes with one message, which both sides see, in the order named", async () => {
    const two = [await upload(await picture(20, 10), "b.png"), await upload("Words", "a.txt")];
    const { id, lastMessage } = await start(two);
    expect(lastMessage).toMatchObject({ body: "", attachments: two });
    expect((await agent.messages.list(id)).data[0]?.attachments).toEqual(two);
    await expect(start([two[0] as Attachment])).rejects.toMatchObject({ code: "file_used" });
    const answer = await agent.files.upload(new Blob(["An answer"]), { name: "answer.txt" });
    await agent.messages.send(id, { body: "See the file", attachments: [answer.id] });
    expect((await contact.messages.list(id)).data.at(-1)?.attachments).toEqual([answer]);
  });

  it("a message that is sent twice has its files once", async () => {
    const file = await upload("Words");
    const { id } = await start([], "First");
    const input = { clientId: newId(), body: "", attachments: [file.id] };
    const [one, two] = await Promise.all([contact.messages.send(id, input), contact.messages.send(id, input)]);
    expect(one).toEqual(two);
    expect(one.attachments).toEqual([file]);
  });

  it("a file in two messages at once is in one of them", async () => {
    const file = await upload("Words");
    const both = await Promise.allSettled([start([file]), start([file])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("a ticket's form takes files, and so does a reply to it", async () => {
    const [form, reply] = [await upload("The form's"), await upload("The reply's")];
    const ticket = await contact.tickets.create({ subject: "Broken", body: "See the file", attachments: [form.id] });
    await contact.tickets.reply(ticket.publicId, { body: "", attachments: [reply.id] });
    const { data } = await contact.messages.list(ticket.conversationId);
    expect(data.flatMap(({ attachments }) => attachments)).toEqual([form, reply]);
  });

  it("neither words nor files is refused", async () => {
    await expect(start([])).rejects.toMatchObject({
      code: "invalid_input",
      fields: { "message.body": expect.any(String) },
    });
    const { id } = await start([], "Hello");
    const ids = await Promise.all(Array.from({ length: 11 }, async (_, n) => (await upload(`File ${n}`)).id));
    await expect(contact.messages.send(id, { body: "", attachments: ids })).rejects.toMatchObject({
      code: "invalid_input",
    });
    const twice = [ids[0] ?? "", ids[0] ?? ""];
    await expect(contact.messages.send(id, { body: "", attachments: twice })).rejects.toMatchObject({
      code: "invalid_input",
    });
    expect((await contact.messages.send(id, { body: "", attachments: ids.slice(0, 10) })).attachments).toHaveLength(10);
  });

  describe("an upload that is repeated", () => {
    it("answers with the first, and keeps one", async () => {
      const clientId = newId();
      const send = (words: string) => contact.files.upload(new Blob([words]), { clientId, name: "a.txt" });
      const first = await send("The first");
      const kept = stored().length;
      expect(await send("The second")).toEqual(first);
      expect(await (await get(first.url)).text()).toBe("The first");
      expect(stored()).toHaveLength(kept);
    });

    it("at once with itself keeps one, and leaves nothing of the others", async () => {
      const clientId = newId();
      const kept = stored().length;
      const all = await Promise.all(
        Array.from({ length: 5 }, () => contact.files.upload(new Blob(["The same"]), { clientId, name: "a.txt" })),
      );
      expect(new Set(all.map(({ id }) => id)).size).toBe(1);
      expect(stored()).toHaveLength(kept + 1);
    });

    it("by somebody else is another file", async () => {
      const clientId = newId();
      const other = workspace.contact();
      const send = (by: Deskbell) => by.files.upload(new Blob(["Words"]), { clientId, name: "a.txt" });
      expect((await send(contact)).id).not.toBe((await send(other)).id);
    });
  });

  describe("nobody crosses", () => {
    it("a file of another contact, agent or workspace cannot be sent", async () => {
      const stranger = (await createTestWorkspace(server)).contact();
      const foreign = [
        await upload("Words", "a.txt", workspace.contact()),
        await upload("Words", "a.txt", stranger),
        await agent.files.upload(new Blob(["Words"]), { name: "a.txt" }),
      ];
      for (const file of foreign) await expect(start([file])).rejects.toMatchObject({ code: "not_found" });
      const own = await upload("Words");
      const { id } = await start([], "Hello");
      await expect(agent.messages.send(id, { body: "", attachments: [own.id] })).rejects.toMatchObject({
        code: "not_found",
      });
    });

    it("a link that was changed leads nowhere", async () => {
      const [one, other] = [await upload("One's words"), await upload("Other words")];
      const [, , space, id, signed = ""] = one.url?.split("/") ?? [];
      const foreign = (await createTestWorkspace(server)).ctx.workspaceId;
      const signature = signed.split(".")[1];
      for (const path of [
        `/files/${space}/${other.id}/${signed}`,
        `/files/${foreign}/${id}/${signed}`,
        `/files/${space}/${id}/t${signed.slice(1)}`,
        `/files/${space}/${id}/f99999.${signature}`,
        `/files/${space}/${id}/${signed.slice(0, -1)}${signed.endsWith("A") ? "B" : "A"}`,
        `/files/${space}/${id}/${signed}x`,
        `/files/${space}/${id}/`,
        `/files/${space}/..%2f${id}/${signed}`,
        `/files/x/y/${signed}`,
      ]) {
        expect((await get(path)).status, path).toBe(404);
      }
      expect((await get(one.url)).status).toBe(200);
    });

    it("a link ends, is the same until then for all who ask, and the message brings a new one", async () => {
      const file = await upload("Words");
      expect((await get(file.url)).status).toBe(200);
      later(6 * 24 * hour);
      expect((await get(file.url)).status).toBe(200);
      later(9 * 24 * hour);
      const response = await get(file.url);
      expect({ status: response.status, body: await response.json() }).toMatchObject({
        status: 410,
        body: { error: { code: "link_expired" } },
      });
    });
  });

  describe("a hostile file", () => {
    const html = "<!doctype html><script>fetch('/v1/agent/me')</script>";
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
    it.each<[string, () => Promise<Buffer> | Buffer | string, string]>([
      ["HTML called a picture", () => html, "cat.png"],
      ["HTML", () => html, "page.html"],
      ["SVG with a script", () => svg, "logo.svg"],
      ["a picture that is a script too", () => Buffer.from("GIF89a/*\0\0*/=1;alert(1)//"), "x.js"],
      ["a bomb of a picture", pictureBomb, "bomb.png"],
      ["half a picture", async () => (await picture(400, 400)).subarray(0, 500), "half.png"],
      ["PDF", pdf, "a.pdf"],
      ["a document", wordDocument, "a.docx"],
    ])("%s is only ever saved, as what it is", async (_, content, name) => {
      const file = await upload(await content(), name);
      expect(file).toMatchObject({ name, width: null, height: null, thumbnailUrl: null });
      const response = await get(file.url, { redirect: "manual" });
      const { headers } = response.status === 302 ? await fetch(response.headers.get("location") ?? "") : response;
      expect(headers.get("content-disposition")).toMatch(/^attachment;/);
      expect(headers.get("content-type")).not.toMatch(/html|svg|xml;|javascript|image/);
    });

    it("pictures and words are served so that no browser runs them", async () => {
      for (const content of [await picture(10, 10), html]) {
        const { headers } = await server.app.fetch(new Request(server.url + (await upload(content)).url));
        expect(headers.get("x-content-type-options")).toBe("nosniff");
        if (headers.has("location")) continue;
        expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
        expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
        expect(headers.get("cache-control")).toContain("private");
      }
    });

    it.each([
      ["../../../etc/passwd", "passwd"],
      ["invoice\u202egnp.txt", "invoicegnp.txt"],
      ["a\r\nX-Evil: 1.txt", "aX-Evil_ 1.txt"],
      ["👩🏽‍🚒.txt", "👩🏽‍🚒.txt"],
      ["\u200b", "file"],
    ])("called %j is called %j, and its name names no place", async (given, name) => {
      const file = await upload("Words", given);
      expect(file.name).toBe(name);
      expect((await get(file.url)).status).toBe(200);
      expect(stored().join()).not.toMatch(/passwd|Evil|invoice/);
    });

    it.each<[string, string, () => Buffer | string]>([
      ["a program", "file_type_not_allowed", program],
      ["a document with macros", "file_type_not_allowed", wordDocumentWithMacros],
      ["nothing", "file_empty", () => ""],
      ["noise", "file_type_not_allowed", () => Buffer.from([1, 2, 3, 4, 0xff])],
    ])("%s is refused, and nothing of it is kept", async (_, code, content) => {
      const before = [stored(), await tenantRows(server.deps.database.db)];
      await expect(upload(content(), "kind.png")).rejects.toMatchObject({ code });
      expect([stored(), await tenantRows(server.deps.database.db)]).toEqual(before);
      expect(received()).toEqual([]);
    });
  });

  describe("what a channel takes", () => {
    const allow = (settings: object) =>
      transact(workspace.ctx, (tx) =>
        tx.db.update(channels).set({ settings: sql`${channels.settings} || ${JSON.stringify(settings)}::jsonb` }),
      );
    afterEach(() =>
      transact(workspace.ctx, (tx) => tx.db.update(channels).set({ settings: sql`${channels.settings} - 'files'` })),
    );

    it("is told to its contacts, and is the limit", async () => {
      await allow({ files: { kinds: ["image"], maxBytes: 5000 } });
      const other = workspace.contact();
      expect((await other.start()).channel.settings.files).toEqual({ kinds: ["image"], maxBytes: 5000 });
      const small = await picture(10, 10);
      expect((await upload(small, "a.png", other)).type).toBe("image/png");
      await expect(upload("Words", "a.png", other)).rejects.toMatchObject({ code: "file_type_not_allowed" });
      const large = Buffer.concat([small, Buffer.alloc(5001 - small.length)]);
      await expect(upload(large, "a.png", other)).rejects.toMatchObject({ code: "file_too_large", status: 413 });
      expect(received()).toEqual([]);
    });

    it("nothing, where it takes none", async () => {
      await allow({ files: { kinds: [], maxBytes: 5000 } });
      await expect(upload("Words")).rejects.toMatchObject({ code: "file_type_not_allowed" });
    });

    it("what is too large is refused while it comes, not when it has come", async () => {
      const { token } = await contact.start();
      const sent = await new Promise<{ status: number; bytes: number }>((resolve, reject) => {
        let bytes = 0;
        let timer: ReturnType<typeof setInterval>;
        const out = request(`${server.url}/v1/files?clientId=${newId()}&name=endless.txt`, {
          method: "POST",
          headers: { authorization: `Bearer ${token}` },
        });
        out.on("response", (response) => {
          clearInterval(timer);
          resolve({ status: response.statusCode ?? 0, bytes });
          out.destroy();
        });
        out.on("error", reject);
        const piece = "x".repeat(1 << 20);
        timer = setInterval(() => {
          if (out.writableNeedDrain) return;
          bytes += piece.length;
          out.write(piece);
        }, 5);
      });
      expect(sent.status).toBe(413);
      expect(sent.bytes).toBeLessThan(45 << 20);
      await eventually(() => expect(received()).toEqual([]));
    });
  });

  it("an upload that breaks off leaves nothing", async () => {
    const before = [stored(), await tenantRows(server.deps.database.db)];
    const { token } = await contact.start();
    const rows = await tenantRows(server.deps.database.db);
    const out = request(`${server.url}/v1/files?clientId=${newId()}&name=cut.txt`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-length": "100000" },
    });
    out.on("error", () => undefined);
    out.write("Half of the words");
    await eventually(() => expect(received()).toHaveLength(1));
    out.destroy();
    await eventually(() => expect(received()).toEqual([]));
    expect(stored()).toEqual(before[0]);
    expect(await tenantRows(server.deps.database.db)).toEqual(rows);
    expect(server.logged.join("")).not.toContain("request failed");
  });

  it("a storage that fails is a clear no, and leaves nothing", async () => {
    const { put } = server.deps.storage;
    server.deps.storage.put = (key, ...rest) =>
      key.endsWith(".webp") ? Promise.reject(new Error("No space")) : put(key, ...rest);
    const before = stored();
    try {
      await expect(upload(await picture(10, 10))).rejects.toMatchObject({ code: "internal" });
    } finally {
      server.deps.storage.put = put;
    }
    expect(stored()).toEqual(before);
    expect(await transact(workspace.ctx, (tx) => tx.db.select().from(files).where(eq(files.state, "storing")))).toEqual(
      [],
    );
  });

  describe("what no message has", () => {
    it("is removed after a day, and not before", async () => {
      const [idle, sent] = [await upload("Idle"), await upload("Sent")];
      await start([sent]);
      later(23 * hour);
      await sweepFiles(server.deps);
      expect((await get(idle.url)).status).toBe(200);
      later(25 * hour);
      await sweepFiles(server.deps);
      expect((await get(idle.url)).status).toBe(404);
      expect((await get(sent.url)).status).toBe(200);
      expect(stored().join()).not.toContain(idle.id);
      await expect(start([idle])).rejects.toMatchObject({ code: "not_found" });
    });

    it("is removed when its conversation is, with the thumbnail", async () => {
      const file = await upload(await picture(10, 10));
      const { id } = await start([file]);
      expect(stored().filter((key) => key.includes(file.id))).toHaveLength(2);
      await transact(workspace.ctx, (tx) => tx.db.delete(conversations).where(eq(conversations.id, id)));
      later(25 * hour);
      await sweepFiles(server.deps);
      expect(stored().filter((key) => key.includes(file.id))).toEqual([]);
      expect((await get(file.url)).status).toBe(404);
    });

    it("was being stored when its process was killed: it is never served, and removed after an hour", async () => {
      const file = await upload("Words");
      await transact(workspace.ctx, (tx) => tx.db.update(files).set({ state: "storing" }).where(eq(files.id, file.id)));
      expect((await get(file.url)).status).toBe(404);
      await expect(start([file])).rejects.toMatchObject({ code: "not_found" });
      later(2 * hour);
      await sweepFiles(server.deps);
      expect(stored().join()).not.toContain(file.id);
    });
  });

  it("what an anonymous contact has uploaded is still theirs when they have said who they are", async () => {
    const me = workspace.contact();
    const file = await upload("Words", "a.txt", me);
    const { kid, secret } = await createIdentityKey(workspace.ctx, workspace.channelKey);
    const token = await new SignJWT({ sub: newId() })
      .setProtectedHeader({ alg: "HS256", kid })
      .setAudience(workspace.channelKey)
      .setExpirationTime("10m")
      .sign(new TextEncoder().encode(secret));
    expect((await me.identify({ token })).previous).toBe("joined");
    const { message } = await me.conversations.start({ message: { body: "", attachments: [file.id] } });
    expect(message.attachments).toEqual([file]);
  });
});
