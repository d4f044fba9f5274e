import { isIP } from "node:net";
import { and, eq, or, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { blocks } from "./tables.ts";

interface Asker {
  workspaceId: string | SQLWrapper;
  /** `null`: nobody knows them yet. */
  contactId: string | SQLWrapper | null;
  /** What is no address is in no network. */
  address: string;
}

/** Which blocks keep this one out: for a join, so that who asks is found in one question. */
export function blocksOf({ workspaceId, contactId, address }: Asker): SQL | undefined {
  // PostgreSQL does not know the zones that IPv6 addresses of a link have, `fe80::1%eth0`.
  const known = isIP(address) > 0 && !address.includes("%");
  return and(
    eq(blocks.workspaceId, workspaceId),
    or(
      contactId === null ? undefined : eq(blocks.contactId, contactId),
      known ? sql`${blocks.network} >>= ${address}::inet` : undefined,
      sql`false`,
    ),
  );
}

export async function isBlocked(db: Db, asker: Asker): Promise<boolean> {
  const rows = await db.select({ id: blocks.id }).from(blocks).where(blocksOf(asker)).limit(1);
  return rows.length > 0;
}
