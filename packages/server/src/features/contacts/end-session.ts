import { eq } from "drizzle-orm";
import type { ContactActor, Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { lockContact } from "./queries.ts";
import { sessions } from "./tables.ts";

/** Logs out: the token is void and its sockets are cut. */
export function endSession(ctx: Context<ContactActor>): Promise<void> {
  return transact(ctx, async (tx) => {
    const { sessionId, contactId } = tx.actor;
    await lockContact(tx, contactId);
    await tx.db.delete(sessions).where(eq(sessions.familyId, sessionId));
    await tx.record("session.ended", { contactId });
    await tx.cut({ sessionId });
  });
}
