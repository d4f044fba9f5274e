import type { ChannelKind, ChannelSettings } from "@deskbell/contract";
import type { Context } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { type ChannelRow, defaultChannelSettings } from "./present.ts";
import { channels } from "./tables.ts";

export interface NewChannel {
  kind: ChannelKind;
  key: string;
  name: string;
  settings?: Partial<ChannelSettings>;
  allowedDomains?: string[];
}

export function createChannel(ctx: Context | Tx, input: NewChannel): Promise<ChannelRow> {
  const { settings, allowedDomains = [], ...rest } = input;
  return transact(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(channels)
      .values({
        workspaceId: tx.workspaceId,
        ...rest,
        allowedDomains,
        settings: { ...defaultChannelSettings, ...settings },
        createdAt: tx.now,
      })
      .returning();
    if (!row) throw new Error("The database returned no row for an inserted channel");
    await tx.record("channel.created", {}, { channelId: row.id });
    return row;
  });
}
