import { isIP } from "node:net";
import { and, eq, or, type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Db } from "../../db/database.ts";
import { blocks } from "./tables.ts";

interface Asker<Address> {
  workspaceId: string | SQLWrapper;
  /** `null`: nobody knows them yet. */
  contactId: string | SQLWrapper | null;
  /** What is no address is in no network. */
  address: Address;
}

/** Which blocks keep this one out: for a join, so that who asks is found in one question. `address` is a storable one. */
export function blocksOf({ workspaceId, contactId, address }: Asker<string | null | Placeholder>): SQL | undefined {
  return and(
    eq(blocks.workspaceId, workspaceId),
    or(contactId === null ? undefined : eq(blocks.contactId, contactId), sql`${blocks.network} >>= ${address}::inet`),
  );
}

/** PostgreSQL does not know the zones that IPv6 addresses of a link have, `fe80::1%eth0`. */
export const storableAddress = (address: string): string | null =>
  isIP(address) > 0 && !address.includes("%") ? address : null;

export async function isBlocked(db: Db, asker: Asker<string>): Promise<boolean> {
  const keptOut = blocksOf({ ...asker, address: storableAddress(asker.address) });
  const rows = await db.select({ id: blocks.id }).from(blocks).where(keptOut).limit(1);
  return rows.length > 0;
}
