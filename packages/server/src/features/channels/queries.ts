import type { IdleRules } from "@deskbell/contract";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Db } from "../../db/database.ts";
import type { Tx } from "../../transact.ts";
import type { ChannelRow } from "./present.ts";
import { channels, identityKeys, logos } from "./tables.ts";

/** By its public key, whatever the workspace: for `lookUp`. */
export async function findChannelByKey(db: Db, key: string): Promise<ChannelRow | null> {
  const [row] = await db.select().from(channels).where(eq(channels.key, key));
  return row ?? null;
}

/** Of this workspace, by its public key. */
export async function getChannelByKey(tx: Tx, key: string): Promise<ChannelRow> {
  const row = await findChannelByKey(tx.db, key);
  if (!row) throw new AppError("channel_not_found");
  return row;
}

export async function getChannel(tx: Tx, id: string): Promise<ChannelRow> {
  const [row] = await tx.db.select().from(channels).where(eq(channels.id, id));
  if (!row) throw new AppError("channel_not_found");
  return row;
}

/** As the team names it. */
export async function getOwnChannel(tx: Tx, id: string): Promise<ChannelRow> {
  const [row] = await tx.db.select().from(channels).where(eq(channels.id, id));
  if (!row) throw new AppError("not_found");
  return row;
}

/** Of all workspaces: for `lookUp`. */
export async function findIdleRules(db: Db): Promise<{ workspaceId: string; id: string; idle: IdleRules }[]> {
  const { workspaceId, id, idle } = channels;
  const rows = await db.select({ workspaceId, id, idle }).from(channels).where(isNotNull(idle)).orderBy(asc(id));
  return rows.flatMap((row) => (row.idle ? [{ ...row, idle: row.idle }] : []));
}

/** The keys that prove identities in a channel now. */
export const listLiveIdentityKeys = (tx: Tx, channelId: string) =>
  tx.db
    .select()
    .from(identityKeys)
    .where(and(eq(identityKeys.channelId, channelId), isNull(identityKeys.revokedAt)));

export const listChannelRows = (tx: Tx): Promise<ChannelRow[]> =>
  tx.db.select().from(channels).orderBy(asc(channels.name), asc(channels.id)).limit(200);

/** Where conversations live that no contact opened: the workspace's API channel, which every workspace has. */
export async function getApiChannel(tx: Tx): Promise<ChannelRow> {
  const [row] = await tx.db.select().from(channels).where(eq(channels.kind, "api")).orderBy(asc(channels.id)).limit(1);
  if (!row) throw new AppError("channel_not_found");
  return row;
}

export async function findLogo(tx: Tx, channelId: string, hash: string): Promise<Buffer | null> {
  const [row] = await tx.db
    .select({ content: logos.content })
    .from(logos)
    .where(and(eq(logos.channelId, channelId), eq(logos.hash, hash)));
  return row?.content ?? null;
}
