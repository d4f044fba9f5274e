import type { BlockListEntry, CreateBlock } from "@deskbell/contract";
import { eq, sql } from "drizzle-orm";
import type { Context, TeamActor } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { getContact } from "../contacts/index.ts";
import { presentBlock } from "./present.ts";
import { blocks } from "./tables.ts";

/** Keeps a contact or a network out from now on, and cuts the sockets they have open. */
export function createBlock(
  ctx: Context<TeamActor>,
  { contactId, network, reason }: CreateBlock,
): Promise<Created<BlockListEntry>> {
  return transact(ctx, async (tx) => {
    if (contactId) await getContact(tx, contactId);
    const masked = network ? sql<string>`network(${network}::inet)` : null;
    const [inserted] = await tx.db
      .insert(blocks)
      .values({
        workspaceId: tx.workspaceId,
        contactId: contactId ?? null,
        network: masked,
        reason: reason ?? null,
        createdAt: tx.now,
      })
      .onConflictDoNothing()
      .returning();
    if (!inserted) {
      const same = masked ? eq(blocks.network, masked) : eq(blocks.contactId, contactId ?? "");
      const [existing] = await tx.db.select().from(blocks).where(same);
      if (!existing) throw new Error("A block was neither inserted nor found");
      return { value: presentBlock(existing), repeated: true };
    }
    const block = presentBlock(inserted);
    await tx.record("block.created", { contactId: block.contactId }, { network: block.network, reason: block.reason });
    if (block.contactId) await tx.cut({ contactId: block.contactId });
    if (block.network) await tx.cut({ workspaceId: tx.workspaceId, network: block.network });
    return { value: block, repeated: false };
  });
}
