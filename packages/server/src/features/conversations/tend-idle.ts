import type { Deps } from "../../context.ts";
import { isDatabaseAway } from "../../db/database-away.ts";
import { lookUp, transact } from "../../transact.ts";
import { findIdleRules } from "../channels/index.ts";
import { archiveIdle } from "./archive-idle.ts";
import { findSilent, findWarned } from "./idle.ts";
import { warnIdle } from "./warn-idle.ts";

/** So many of each channel at a time: after an outage the rest is found a minute later. */
const batch = 200;

/**
 * Warns contacts who are silent, and archives what stayed silent. Any number of nodes may do this at once: each conversation is looked
 * at again under its lock.
 */
export async function tendIdle(deps: Deps): Promise<void> {
  for (const { workspaceId, id: channelId, idle } of await lookUp(deps, findIdleRules)) {
    const ctx = { workspaceId, actor: { kind: "system" } as const, deps };
    const { silent, warned } = await transact(ctx, async (tx) => ({
      silent: await findSilent(tx, channelId, idle, batch),
      warned: await findWarned(tx, channelId, idle, batch),
    }));
    const acts = [...silent.map((id) => () => warnIdle(ctx, id)), ...warned.map((id) => () => archiveIdle(ctx, id))];
    for (const act of acts) {
      await act().catch((error: unknown) => {
        // One that cannot be tended must not keep the others waiting.
        if (isDatabaseAway(error)) throw error;
        deps.log.error({ err: error, workspaceId }, "idle");
      });
    }
  }
}
