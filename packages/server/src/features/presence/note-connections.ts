import type { ViewedPage } from "@deskbell/contract";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { rowsOf } from "../../db/database.ts";
import type { Person } from "../../realtime/attendance.ts";
import { type Tx, transact } from "../../transact.ts";
import { type Connected, settleConnections } from "./settle-connections.ts";
import { connections } from "./tables.ts";

export interface Change extends Person {
  here: boolean;
  /** `null`: as it was. */
  page: ViewedPage | null;
}

/** Who has come to a node, who has left it and which pages are looked at now, of one workspace: a few statements, however many they are. */
export function noteConnections(ctx: Context, nodeId: string, changes: Change[]): Promise<void> {
  return transact(ctx, (tx) =>
    settleConnections(tx, async () => {
      const gone = changes.filter(({ here }) => !here).map(({ id }) => id);
      return {
        ...(await upsert(
          tx,
          nodeId,
          changes.filter(({ here }) => here),
        )),
        left:
          gone.length === 0
            ? []
            : await tx.db
                .delete(connections)
                .where(and(eq(connections.nodeId, nodeId), inArray(connections.personId, gone)))
                .returning(),
      };
    }),
  );
}

/** Who was not there has arrived; who was, and looks at another page, has moved. */
async function upsert(tx: Tx, nodeId: string, here: Change[]): Promise<{ arrived: Connected[]; moved: Connected[] }> {
  if (here.length === 0) return { arrived: [], moved: [] };
  const given = JSON.stringify(
    here.map(({ id, audience, page }) => ({
      person_id: id,
      audience,
      page_url: page?.url ?? null,
      page_title: page?.title ?? null,
    })),
  );
  const rows = await rowsOf<{ personId: string; audience: Person["audience"]; isNew: boolean }>(
    tx.db,
    sql`insert into ${connections} as c (id, workspace_id, node_id, audience, person_id, page_url, page_title)
      select gen_random_uuid(), ${tx.workspaceId}::uuid, ${nodeId}::uuid, audience, person_id, page_url, page_title
        from jsonb_to_recordset(${given}::jsonb) as given(person_id uuid, audience text, page_url text, page_title text)
      on conflict (node_id, person_id) do update set page_url = excluded.page_url, page_title = excluded.page_title
        where excluded.page_url is not null
          and (c.page_url, c.page_title) is distinct from (excluded.page_url, excluded.page_title)
      returning person_id as "personId", audience, xmax = 0 as "isNew"`,
  );
  return { arrived: rows.filter(({ isNew }) => isNew), moved: rows.filter(({ isNew }) => !isNew) };
}
