import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { getContact, lockContact } from "./queries.ts";
import { sessions } from "./tables.ts";

/** Ends all sessions of a contact, in every browser, and cuts their sockets. */
export function revokeSessions(ctx: Context, contactId: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const { id } = await getContact(tx, contactId);
    await lockContact(tx, id);
    await tx.db.delete(sessions).where(eq(sessions.contactId, id));
    await tx.record("session.revoked", { contactId: id });
    await tx.cut({ contactId: id });
  });
}
