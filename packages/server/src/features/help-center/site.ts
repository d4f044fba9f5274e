import { asc, eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import { transact } from "../../transact.ts";
import { channels } from "../channels/tables.ts";
import type { WorkspaceRow } from "../workspaces/index.ts";

/** One workspace's help centre: where its pages are and how they look. */
export interface Site {
  ctx: Context;
  workspace: WorkspaceRow;
  /** `#rrggbb`. */
  brandColor: string;
  /** Without a trailing slash. */
  publicUrl: string;
}

const defaultBrandColor = "#4f46e5";

export async function openSite(found: Context & { workspace: WorkspaceRow }, publicUrl: string): Promise<Site> {
  const { workspace, ...ctx } = found;
  const [channel] = await transact(ctx, (tx) =>
    tx.db
      .select({ settings: channels.settings })
      .from(channels)
      .where(eq(channels.kind, "website"))
      .orderBy(asc(channels.id))
      .limit(1),
  );
  const color = channel?.settings.brandColor ?? "";
  return { ctx, workspace, publicUrl, brandColor: /^#[0-9a-f]{6}$/i.test(color) ? color : defaultBrandColor };
}

export const homePath = ({ workspace }: Site) => `/help/${encodeURIComponent(workspace.slug)}`;
export const categoryPath = (site: Site, slug: string) => `${homePath(site)}/c/${encodeURIComponent(slug)}`;
export const articlePath = (site: Site, slug: string, anchor: string | null = null) =>
  `${homePath(site)}/a/${encodeURIComponent(slug)}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;
