import { Readable } from "node:stream";
import type { Deskbell } from "@deskbell/sdk";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deps } from "../../context.ts";
import { rowsOf } from "../../db/database.ts";
import { createClamd } from "../../files/clamd.ts";
import { type Job, runJob } from "../../jobs/jobs.ts";
import { createTestWorkspace, type TestAgent, type TestWorkspace } from "../../test/actors.ts";
import { type ClamdServer, eicar, startClamdServer } from "../../test/clamd-server.ts";
import { picture } from "../../test/corpus.ts";
import { eventually } from "../../test/eventually.ts";
import { startTestServer, type TestServer } from "../../test/harness.ts";
import { replay } from "../../test/replay.ts";
import { scanFile } from "./jobs.ts";

let clamd: ClamdServer;
let server: TestServer;
let workspace: TestWorkspace;
let contact: Deskbell;
let agent: TestAgent;
beforeAll(async () => {
  clamd = await startClamdServer();
  server = await startTestServer({ scanner: createClamd(clamd.url) });
  workspace = await createTestWorkspace(server);
  contact = workspace.contact();
  agent = await workspace.agent();
  for (const side of [contact, agent]) side.connect();
  await eventually(() => expect([contact.connection.get(), agent.connection.get()]).toEqual(["online", "online"]));
});
afterAll(async () => {
  for (const side of [contact, agent]) side.disconnect();
  await server.close();
  await clamd.close();
});

const upload = (content: string | Buffer, name = "a.txt") =>
  contact.files.upload(new Blob([new Uint8Array(Buffer.from(content))]), { name });
const send = async (attachments: string[]) =>
  (await contact.conversations.start({ message: { body: "See", attachments }, handoff: true })).conversation.id;
const shownTo = async (side: Deskbell | TestAgent, id: string) =>
  (await side.messages.list(id, { after: 0 })).data[0]?.attachments[0];
const contentKey = (id: string) => `${workspace.ctx.workspaceId}/${id}`;
async function isStored(key: string): Promise<boolean> {
  const content = await server.deps.storage.read(key);
  content?.destroy();
  return content !== null;
}
const scanAgain = (fileId: string, deps = server.deps) =>
  runJob(deps, scanFile as Job, { workspaceId: workspace.ctx.workspaceId, input: { fileId } });
const get = (path: string | null | undefined) => fetch(server.url + path);

describe("with a scanner", () => {
  it("a file is held until it was looked at, then both sides are told", async () => {
    const file = await upload("Clean words");
    expect(file).toMatchObject({ state: "scanning", url: null, thumbnailUrl: null });
    let id = "";
    await replay(contact, agent, async () => {
      id = await send([file.id]);
      await eventually(async () => expect(await shownTo(agent, id)).toMatchObject({ state: "ready" }));
    });
    const shown = await shownTo(contact, id);
    expect(await (await get(shown?.url)).text()).toBe("Clean words");
  });

  it("malware is put aside: its message stands, it is never served, and it cannot be sent again", async () => {
    // The scanner may be quicker than the sender, who is then refused: again.
    const { file, id } = await eventually(async () => {
      const file = await upload(`Some words, then ${eicar}`);
      return { file, id: await send([file.id]) };
    });
    await eventually(async () => {
      for (const side of [contact, agent])
        expect(await shownTo(side, id)).toMatchObject({ id: file.id, state: "infected", url: null });
    });
    const key = contentKey(file.id);
    await eventually(async () =>
      expect([await isStored(key), await isStored(`quarantine/${key}`)]).toEqual([false, true]),
    );
    const second = await upload(eicar);
    await eventually(async () => expect(await isStored(contentKey(second.id))).toBe(false));
    await eventually(() => expect(send([second.id])).rejects.toMatchObject({ code: "file_infected" }));
  });

  it("what is found in a picture takes its thumbnail along", async () => {
    const file = await upload(Buffer.concat([await picture(20, 20), Buffer.from(eicar)]), "a.png");
    expect(file.width).toBe(20);
    await eventually(async () => expect(await isStored(`${contentKey(file.id)}.webp`)).toBe(false));
  });

  it("a scan that runs twice says the same", async () => {
    const file = await upload(eicar);
    const id = await send([file.id]).catch(() => "");
    await Promise.all([scanAgain(file.id), scanAgain(file.id)]);
    await scanAgain(file.id);
    if (id) expect(await shownTo(agent, id)).toMatchObject({ state: "infected" });
  });

  it("while the scanner is away files wait, and go on when it is back", async () => {
    const port = Number(new URL(clamd.url).port);
    await clamd.close();
    const file = await upload("Patient words");
    const id = await send([file.id]);
    expect(await shownTo(contact, id)).toMatchObject({ state: "scanning", url: null });
    // The job waits for its next try, half a minute at most; this is it.
    const { db } = server.deps.database;
    const waiting = sql`select state from pgboss.job where name = 'scan-file' and data->'input'->>'fileId' = ${file.id}`;
    await eventually(async () => expect(await rowsOf(db, waiting)).toEqual([{ state: "retry" }]));
    clamd = await startClamdServer({ port });
    await scanAgain(file.id);
    expect(await shownTo(contact, id)).toMatchObject({ state: "ready" });
  });
});

describe("what a scanner says", () => {
  const scanWith = async (maxBytes: number, content: string) => {
    const small = await startClamdServer({ maxBytes });
    try {
      return await createClamd(small.url).scan(Readable.from([Buffer.from(content)]));
    } finally {
      await small.close();
    }
  };
  it("clean", async () => expect(await scanWith(1 << 20, "Words")).toBeNull());
  it("found, with its name", async () => expect(await scanWith(1 << 20, eicar)).toBe("Eicar-Test-Signature"));
  it("too large for it: nobody knows, so nobody calls it clean", () =>
    expect(scanWith(10, "x".repeat(1 << 20))).rejects.toThrow(/size limit|closed|EPIPE|ECONNRESET/));
  it("nothing, since nobody listens", () =>
    expect(createClamd("tcp://127.0.0.1:1").scan(Readable.from(["Words"]))).rejects.toThrow("ECONNREFUSED"));
});

it("a process whose scanner was configured away lets waiting files go", async () => {
  const deps: Deps = { ...server.deps, scanner: null };
  const file = await upload("Words");
  await scanAgain(file.id, deps);
  const id = await send([file.id]);
  expect(await shownTo(contact, id)).toMatchObject({ state: "ready" });
});
