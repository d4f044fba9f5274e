import { eq } from "drizzle-orm";
import { AppError } from "../../app-error.ts";
import type { Db } from "../../db/database.ts";
import type { Tx } from "../../transact.ts";
import type { ContactRow } from "./present.ts";
import { contacts, sessions } from "./tables.ts";

export type SessionRow = typeof sessions.$inferSelect;

export async function getContact(tx: Tx, id: string): Promise<ContactRow> {
  const [row] = await tx.db.select().from(contacts).where(eq(contacts.id, id));
  if (!row) throw new AppError("not_found");
  return row;
}

/** By the hash of its token, whatever the workspace: for `lookUp`. */
export async function findSessionByHash(db: Db, tokenHash: string): Promise<SessionRow | null> {
  const [row] = await db.select().from(sessions).where(eq(sessions.tokenHash, tokenHash));
  return row ?? null;
}
