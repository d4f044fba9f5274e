import { eq, inArray } from "drizzle-orm";
import { AppError, allow } from "../../app-error.ts";
import type { KeptFile } from "../../files/kept-file.ts";
import type { Tx } from "../../transact.ts";
import { newFileKey } from "./file-key.ts";
import { keepFile } from "./present.ts";
import { lockFiles, ownerOf } from "./queries.ts";
import { files } from "./tables.ts";

/**
 * Holds the files that a message is to have, in the order named. Only the sender's own, each for one message: throws
 * `not_found`, `file_used`, `file_infected`.
 */
export async function holdFiles(tx: Tx, ids: readonly string[]): Promise<KeptFile[]> {
  if (ids.length === 0) return [];
  const owner = ownerOf(tx.actor);
  const rows = new Map((await lockFiles(tx, ids)).map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = rows.get(id);
    const isOwn = row?.ownerKind === owner.ownerKind && row.ownerId === owner.ownerId;
    if (!row || !isOwn || row.state === "storing") throw new AppError("not_found");
    allow(row.messageId === null, "file_used");
    allow(row.state !== "infected", "file_infected");
    return keepFile(row);
  });
}

/** Their message was deleted: their links end at once, and the next sweep that finds them a day old removes them. */
export async function releaseFiles(tx: Tx, messageId: string): Promise<void> {
  await tx.db.update(files).set({ messageId: null, key: newFileKey() }).where(eq(files.messageId, messageId));
}

/** Held before in the same transaction: they are the message's from now on. */
export async function attachFiles(tx: Tx, messageId: string, held: readonly KeptFile[]): Promise<void> {
  if (held.length === 0) return;
  const ids = held.map(({ id }) => id);
  await tx.db.update(files).set({ messageId }).where(inArray(files.id, ids));
}
