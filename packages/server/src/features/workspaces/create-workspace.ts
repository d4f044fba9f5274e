import type { Context, Deps } from "../../context.ts";
import { workspaces } from "../../db/tenant-table.ts";
import { newId, newToken } from "../../ids.ts";
import { transact } from "../../transact.ts";
import { createChannel, type NewChannel } from "../channels/index.ts";

export interface NewWorkspace {
  name: string;
  slug: string;
  /** Its first website channel. Without a key, one is made. */
  channel?: Partial<Pick<NewChannel, "key" | "name" | "settings" | "allowedDomains">>;
}

/** A workspace with a website channel and the API channel. Gives back the context to act in it as the system. */
export async function createWorkspace(
  deps: Deps,
  { name, slug, channel }: NewWorkspace,
): Promise<Context & { channelKey: string }> {
  const ctx: Context = { workspaceId: newId(), actor: { kind: "system" }, deps };
  const channelKey = channel?.key ?? newToken("").slice(0, 16);
  await transact(ctx, async (tx) => {
    await tx.db.insert(workspaces).values({ id: tx.workspaceId, name, slug, createdAt: tx.now });
    await createChannel(tx, { name: "Website", ...channel, kind: "website", key: channelKey });
    await createChannel(tx, { kind: "api", key: newToken("").slice(0, 16), name: "API" });
  });
  return { ...ctx, channelKey };
}
