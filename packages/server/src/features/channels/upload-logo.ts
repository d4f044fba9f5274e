import { createHash } from "node:crypto";
import { join } from "node:path";
import { logoMaxBytes } from "@deskbell/contract";
import { and, desc, eq, notInArray } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Context } from "../../context.ts";
import { drawLogo, isPicture } from "../../files/picture.ts";
import { receiveFile } from "../../files/receive-file.ts";
import { type Tx, transact } from "../../transact.ts";
import type { ChannelRow } from "./present.ts";
import { getOwnChannel } from "./queries.ts";
import { logos } from "./tables.ts";
import { updateChannel } from "./update-channel.ts";

/** Scripts that name an earlier one may still be in a cache. */
const kept = 3;

/** Takes in a picture, draws it anew as a small one, and has the channel show it. The same picture again changes nothing. */
export async function uploadLogo(
  ctx: Context,
  channelId: string,
  body: ReadableStream<Uint8Array> | null,
): Promise<ChannelRow> {
  await transact(ctx, (tx) => getOwnChannel(tx, channelId));
  const accept = (type: string): void => {
    if (!isPicture(type)) throw new AppError("file_type_not_allowed");
  };
  const folder = join(ctx.deps.config.dataDir, "uploads");
  const content = await receiveFile(folder, body, { maxBytes: logoMaxBytes, accept }, ({ path }) => drawLogo(path));
  if (!content) throw new AppError("file_type_not_allowed");
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
  return transact(ctx, async (tx) => {
    const { key } = await getOwnChannel(tx, channelId);
    await keepLogo(tx, channelId, hash, content);
    return updateChannel(tx, { id: channelId }, { settings: { logoUrl: `/files/logos/${key}.${hash}.webp` } });
  });
}

async function keepLogo(tx: Tx, channelId: string, hash: string, content: Buffer): Promise<void> {
  const { now: createdAt, workspaceId } = tx;
  await tx.db
    .insert(logos)
    .values({ workspaceId, channelId, hash, content, createdAt })
    .onConflictDoUpdate({ target: [logos.channelId, logos.hash], set: { createdAt } });
  const isOfChannel = eq(logos.channelId, channelId);
  const latest = tx.db
    .select({ id: logos.id })
    .from(logos)
    .where(isOfChannel)
    .orderBy(desc(logos.createdAt), desc(logos.id))
    .limit(kept);
  await tx.db.delete(logos).where(and(isOfChannel, notInArray(logos.id, latest)));
}
