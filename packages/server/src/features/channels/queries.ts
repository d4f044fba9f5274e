import { asc, eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Db } from "../../db/database.ts";
import type { Tx } from "../../transact.ts";
import type { ChannelRow } from "./present.ts";
import { channels } from "./tables.ts";

/** By its public key, whatever the workspace: for `lookUp`. */
export async function findChannelByKey(db: Db, key: string): Promise<ChannelRow | null> {
  const [row] = await db.select().from(channels).where(eq(channels.key, key));
  return row ?? null;
}

export const listChannelRows = (tx: Tx): Promise<ChannelRow[]> =>
  tx.db.select().from(channels).orderBy(asc(channels.name), asc(channels.id)).limit(200);

/** Where conversations live that no contact opened: the workspace's API channel, which every workspace has. */
export async function getApiChannel(tx: Tx): Promise<ChannelRow> {
  const [row] = await tx.db.select().from(channels).where(eq(channels.kind, "api")).orderBy(asc(channels.id)).limit(1);
  if (!row) throw new AppError("channel_not_found");
  return row;
}
