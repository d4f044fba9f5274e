import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { contentKey, quarantineKey, thumbnailKey } from "./blob-keys.ts";
import type { FileRow } from "./present.ts";
import { files } from "./tables.ts";

/** For good: first the bytes, then the row that says where they are, so that nothing is left over in between. */
export async function removeFile(ctx: Context, row: FileRow): Promise<void> {
  for (const key of [contentKey(row), thumbnailKey(row), quarantineKey(row)]) await ctx.deps.storage.remove(key);
  await transact(ctx, (tx) => tx.db.delete(files).where(eq(files.id, row.id)));
}
