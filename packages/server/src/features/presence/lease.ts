import { eq, sql } from "drizzle-orm";
import { type Db, rowsOf } from "../../db/database.ts";
import { newId } from "../../ids.ts";
import { nodes } from "./tables.ts";

export interface Lease {
  /** Under which this node writes who is here; empty before the first. */
  id(): string;
  /** Holds on to the lease, or takes a new one. `dead` are the nodes whose lease has ended. */
  renew(): Promise<{ isNew: boolean; dead: string[] }>;
}

/**
 * This node's lease. One that has ended is never renewed: others may be taking its people off at this moment, so the node
 * comes back under another. Time is the database's: nodes need not agree on theirs.
 */
export function createLease(db: Db, leaseMs: number): Lease {
  let id = "";
  let heldSince = 0;
  const end = sql`now() + ${leaseMs} * interval '1 millisecond'`;
  return {
    id: () => id,
    async renew() {
      const [state] = await rowsOf<{ alive: boolean; dead: string[] }>(
        db,
        sql`with renewed as (
            update ${nodes} set alive_until = ${end} where id = ${id || newId()}::uuid and alive_until > now() returning id
          )
          select exists (select from renewed) as alive, array(select id::text from ${nodes} where alive_until <= now()) as dead`,
      );
      if (!state?.alive) {
        const another = newId();
        await db.insert(nodes).values({ id: another, aliveUntil: end });
        id = another;
        heldSince = performance.now();
        return { isNew: true, dead: [] };
      }
      // When the database was away, all leases have ended. Who has just come waits until the others can have come too.
      const mayJudge = performance.now() - heldSince >= leaseMs;
      return { isNew: false, dead: mayJudge ? state.dead : [] };
    },
  };
}

/** A node that is no more. */
export const deleteNode = (db: Db, id: string) => db.delete(nodes).where(eq(nodes.id, id));
