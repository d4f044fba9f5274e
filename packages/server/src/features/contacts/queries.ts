import { eq, sql } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Db } from "../../db/database.ts";
import { prepare } from "../../db/prepare.ts";
import type { Tx } from "../../transact.ts";
import { blocksOf, storableAddress } from "../blocks/index.ts";
import { blocks } from "../blocks/tables.ts";
import type { ContactRow } from "./present.ts";
import { contacts, sessions } from "./tables.ts";

export type SessionRow = typeof sessions.$inferSelect;

/** Of one that was merged: whom they turned out to be. */
export async function getContact(tx: Tx, id: string): Promise<ContactRow> {
  const [row] = await tx.db.select().from(contacts).where(eq(contacts.id, id));
  if (!row) throw new AppError("not_found");
  return row.mergedInto ? getContact(tx, row.mergedInto) : row;
}

/** Nobody else starts, ends or moves sessions of the contact until the commit. */
export const lockContact = (tx: Tx, id: string) =>
  tx.db.select().from(contacts).where(eq(contacts.id, id)).for("update");

/**
 * The contact who asks, who is not merged with another until the commit: what they start now would otherwise stay behind.
 * Merged since they were authenticated: their session has ended.
 */
export async function holdContact(tx: Tx, id: string): Promise<void> {
  const [row] = await tx.db
    .select({ mergedInto: contacts.mergedInto })
    .from(contacts)
    .where(eq(contacts.id, id))
    .for("key share");
  if (row?.mergedInto) throw new AppError("session_expired");
}

/** Nobody else who asks for this begins anything for the contact until the commit. Others may point at them meanwhile. */
export async function holdContactAlone(tx: Tx, id: string): Promise<void> {
  await tx.db.select({ id: contacts.id }).from(contacts).where(eq(contacts.id, id)).for("no key update");
}

const findWithBlock = prepare((db) =>
  db
    .select({ session: sessions, blockId: blocks.id })
    .from(sessions)
    .leftJoin(
      blocks,
      blocksOf({
        workspaceId: sessions.workspaceId,
        contactId: sessions.contactId,
        address: sql.placeholder("address"),
      }),
    )
    .where(eq(sessions.tokenHash, sql.placeholder("tokenHash")))
    .limit(1),
);

/** By the hash of its token, whatever the workspace: for `lookUp`. With whether its contact, or who comes from `address`, is blocked. */
export async function findSessionByHash(
  db: Db,
  tokenHash: string,
  address: string,
): Promise<(SessionRow & { isBlocked: boolean }) | null> {
  const [row] = await findWithBlock(db, { tokenHash, address: storableAddress(address) });
  return row ? { ...row.session, isBlocked: row.blockId !== null } : null;
}
