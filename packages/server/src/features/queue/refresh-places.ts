import type { Deps } from "../../context.ts";
import { isDatabaseAway } from "../../db/database-away.ts";
import { lookUp } from "../../transact.ts";
import { queuePlaces } from "./tables.ts";
import { updatePlaces } from "./update-places.ts";

/** Expected waits grow old without anybody moving: where contacts wait, they are reckoned again. */
export async function refreshPlaces(deps: Deps): Promise<void> {
  const waiting = await lookUp(deps, (db) =>
    db.selectDistinct({ workspaceId: queuePlaces.workspaceId }).from(queuePlaces),
  );
  for (const { workspaceId } of waiting) {
    await updatePlaces({ workspaceId, actor: { kind: "system" }, deps }).catch((error: unknown) => {
      // One that cannot be reckoned must not keep the others waiting.
      if (isDatabaseAway(error)) throw error;
      deps.log.error({ err: error, workspaceId }, "places");
    });
  }
}
