import { and, asc, eq, inArray, isNull, lt, ne, or, type SQL } from "drizzle-orm";
import type { Actor } from "../../context.ts";
import type { Tx } from "../../transact.ts";
import type { FileRow } from "./present.ts";
import { files } from "./tables.ts";

export type Owner = Pick<FileRow, "ownerKind" | "ownerId">;

/** Whose a file is that this actor sends. */
export function ownerOf(actor: Actor): Owner {
  switch (actor.kind) {
    case "contact":
      return { ownerKind: actor.kind, ownerId: actor.contactId };
    case "agent":
      return { ownerKind: actor.kind, ownerId: actor.agentId };
    case "apiKey":
      return { ownerKind: actor.kind, ownerId: actor.apiKeyId };
    default:
      throw new Error(`Nobody uploads as ${actor.kind}`);
  }
}

const isOwnedBy = ({ ownerKind, ownerId }: Owner): SQL | undefined =>
  and(eq(files.ownerKind, ownerKind), eq(files.ownerId, ownerId));

/** What an earlier upload with this `clientId` made. */
export async function findUpload(tx: Tx, owner: Owner, clientId: string): Promise<FileRow | null> {
  const [row] = await tx.db
    .select()
    .from(files)
    .where(and(isOwnedBy(owner), eq(files.clientId, clientId), ne(files.state, "storing")));
  return row ?? null;
}

export async function findFile(tx: Tx, id: string): Promise<FileRow | null> {
  const [row] = await tx.db.select().from(files).where(eq(files.id, id));
  return row ?? null;
}

/** Nobody else attaches or removes them until the commit. Always in the same order, so that nobody waits in a circle. */
export const lockFiles = (tx: Tx, ids: readonly string[]): Promise<FileRow[]> =>
  tx.db
    .select()
    .from(files)
    .where(inArray(files.id, [...ids]))
    .orderBy(asc(files.id))
    .for("update");

/** Those whose upload broke off, and those that no message has. */
export const listLeftOver = (tx: Tx, before: { storing: Date; unattached: Date }): Promise<FileRow[]> =>
  tx.db
    .select()
    .from(files)
    .where(
      and(
        isNull(files.messageId),
        or(
          and(eq(files.state, "storing"), lt(files.createdAt, before.storing)),
          lt(files.createdAt, before.unattached),
        ),
      ),
    )
    .limit(500);
