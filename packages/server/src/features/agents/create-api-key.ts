import type { AgentRole } from "@deskbell/contract";
import type { Context } from "../../context.ts";
import { hashToken, newToken } from "../../ids.ts";
import { transact } from "../../transact.ts";
import { apiKeys } from "./tables.ts";

/** Gives the key back this once; only its hash is kept. */
export function createApiKey(ctx: Context, { name, role }: { name: string; role: AgentRole }): Promise<string> {
  return transact(ctx, async (tx) => {
    const key = newToken("dk_");
    await tx.db
      .insert(apiKeys)
      .values({ workspaceId: tx.workspaceId, name, role, keyHash: hashToken(key), createdAt: tx.now });
    await tx.record("api-key.created", {}, { name, role });
    return key;
  });
}
