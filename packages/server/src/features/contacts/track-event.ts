import type { Track } from "@deskbell/contract";
import type { ContactActor, Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { holdContact } from "./queries.ts";
import { trackedEvents } from "./tables.ts";

/** Remembers what the contact did on the website. A repeat changes nothing. */
export function trackEvent(ctx: Context<ContactActor>, { clientId, name, attributes, url }: Track): Promise<void> {
  return transact(ctx, async (tx) => {
    const { contactId } = tx.actor;
    await holdContact(tx, contactId);
    await tx.db
      .insert(trackedEvents)
      .values({
        workspaceId: tx.workspaceId,
        contactId,
        clientId,
        name,
        attributes: attributes ?? {},
        url: url ?? null,
        createdAt: tx.now,
      })
      .onConflictDoNothing();
  });
}
