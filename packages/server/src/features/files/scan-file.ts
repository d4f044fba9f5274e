import { and, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { changeAttachment } from "../messages/index.ts";
import { contentKey, quarantineKey, thumbnailKey } from "./blob-keys.ts";
import { keepFile } from "./present.ts";
import { findFile } from "./queries.ts";
import { files } from "./tables.ts";

/** Lets a held file go, or puts it aside for good. Throws when the scanner cannot say, to be asked again. */
export async function scanUploadedFile(ctx: Context, fileId: string): Promise<void> {
  const { storage, scanner } = ctx.deps;
  const file = await transact(ctx, (tx) => findFile(tx, fileId));
  if (file?.state !== "scanning") return;
  // Configured away since: then files are not scanned here.
  const malware = scanner && (await scan(ctx, contentKey(file)));
  if (malware) {
    // Out of reach before it is called infected: a second run finds it moved, and goes on.
    await storage.move(contentKey(file), quarantineKey(file));
    await storage.remove(thumbnailKey(file));
  }
  await transact(ctx, async (tx) => {
    const [row] = await tx.db
      .update(files)
      .set({ state: malware ? "infected" : "ready", malware })
      .where(and(eq(files.id, fileId), eq(files.state, "scanning")))
      .returning();
    if (!row) return;
    await tx.record(malware ? "file.quarantined" : "file.scanned", {}, { fileId, ...(malware && { malware }) });
    if (row.messageId) await changeAttachment(tx, row.messageId, keepFile(row));
  });
}

async function scan({ deps: { storage, scanner } }: Context, key: string): Promise<string | null> {
  const content = await storage.read(key);
  // Moved by a run that was killed before it could say so.
  if (!content) return "unknown";
  return scanner?.scan(content) ?? null;
}
