import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type Attachment, type FileSettings, fileKinds, type UploadFile } from "@deskbell/contract";
import { eq, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { ContactActor, Context, TeamActor } from "../../context.ts";
import { plainFileName } from "../../files/file-name.ts";
import { kindOf } from "../../files/kind-of.ts";
import { isPicture, readPicture } from "../../files/picture.ts";
import { type ReceivedFile, receiveFile } from "../../files/receive-file.ts";
import type { Created } from "../../http/endpoint.ts";
import { type Tx, transact } from "../../transact.ts";
import { getChannel, settingsOf } from "../channels/index.ts";
import { contentKey, thumbnailKey } from "./blob-keys.ts";
import { newFileKey } from "./file-key.ts";
import { scanFile } from "./jobs.ts";
import { type FileRow, keepFile, presentAttachment } from "./present.ts";
import { findFile, findUpload, ownerOf } from "./queries.ts";
import { removeFile } from "./remove-file.ts";
import { files } from "./tables.ts";

/**
 * Takes in a file as it is sent; the same `clientId` again answers with the first. A row stands before the bytes are stored,
 * so that whatever breaks off in between is found and removed.
 */
export async function uploadFile(
  ctx: Context<ContactActor | TeamActor>,
  { clientId, name: given }: UploadFile,
  body: ReadableStream<Uint8Array> | null,
): Promise<Created<Attachment>> {
  const owner = ownerOf(ctx.actor);
  const { first, settings } = await transact(ctx, async (tx) => ({
    first: await findUpload(tx, owner, clientId),
    settings: await settingsFor(tx),
  }));
  if (first) {
    await body?.cancel();
    return repeated(first);
  }
  const name = plainFileName(given);
  const accept = (type: string): void => {
    const kind = kindOf(type, name);
    if (!kind || !settings.kinds.includes(kind)) throw new AppError("file_type_not_allowed");
  };
  const folder = join(ctx.deps.config.dataDir, "uploads");
  return receiveFile(folder, body, { maxBytes: settings.maxBytes, accept }, (received) =>
    store(ctx, { ...owner, clientId, name }, received),
  );
}

/** What a contact's channel takes; the team may send all that any channel may take. */
async function settingsFor(tx: Tx<ContactActor | TeamActor>): Promise<FileSettings> {
  if (tx.actor.kind === "contact") return settingsOf(await getChannel(tx, tx.actor.channelId)).files;
  return { kinds: [...fileKinds], maxBytes: teamMaxBytes };
}

const teamMaxBytes = 50 * 1024 * 1024;

type NewFile = Pick<FileRow, "ownerKind" | "ownerId" | "clientId" | "name">;

async function store(ctx: Context, file: NewFile, { path, size, type }: ReceivedFile): Promise<Created<Attachment>> {
  const { storage } = ctx.deps;
  const thumbnail = `${path}.webp`;
  const picture = await readPicture(path, type, thumbnail);
  // What calls itself a picture and cannot be drawn is handed on as bytes.
  const shown = isPicture(type) && !picture ? "application/octet-stream" : type;
  const row = await insertRow(ctx, { ...file, size, type: shown, ...picture });
  try {
    await storage.put(contentKey(row), path, shown);
    if (picture) await storage.put(thumbnailKey(row), thumbnail, "image/webp");
    const kept = await finish(ctx, row);
    if (kept.repeated) await discard(ctx, row);
    return kept;
  } catch (error) {
    // What cannot be removed now is swept later: its row is still there.
    await discard(ctx, row).catch((thrown: unknown) => ctx.deps.log.warn({ err: thrown }, "an upload was left over"));
    throw error;
  } finally {
    await rm(thumbnail, { force: true });
  }
}

const insertRow = (
  ctx: Context,
  values: NewFile & Pick<FileRow, "size" | "type"> & Partial<Pick<FileRow, "width" | "height">>,
): Promise<FileRow> =>
  transact(ctx, async (tx) => {
    const key = newFileKey();
    const [row] = await tx.db
      .insert(files)
      .values({ workspaceId: tx.workspaceId, ...values, state: "storing", key, createdAt: tx.now })
      .returning();
    if (!row) throw new Error("The database returned no row for an inserted file");
    return row;
  });

/** From here on it exists; of two uploads with one `clientId` at once, the second finds the first. */
const finish = (ctx: Context, { id, ownerKind, ownerId, clientId }: FileRow): Promise<Created<Attachment>> =>
  transact(ctx, async (tx) => {
    await tx.db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${ownerKind} ${ownerId} ${clientId}`}, 0))`,
    );
    const first = await findUpload(tx, { ownerKind, ownerId }, clientId);
    if (first) return repeated(first);
    const state = tx.deps.scanner ? "scanning" : "ready";
    const [row] = await tx.db.update(files).set({ state }).where(eq(files.id, id)).returning();
    if (!row) throw new AppError("upload_incomplete");
    if (state === "scanning") await tx.enqueue(scanFile, { fileId: id });
    return { value: presentAttachment(keepFile(row)), repeated: false };
  });

const repeated = (first: FileRow): Created<Attachment> => ({
  value: presentAttachment(keepFile(first)),
  repeated: true,
});

/** Unless it exists after all: a commit whose answer was lost may have come through. */
async function discard(ctx: Context, { id }: FileRow): Promise<void> {
  const row = await transact(ctx, (tx) => findFile(tx, id));
  if (row?.state === "storing") await removeFile(ctx, row);
}
