import type { Hono } from "hono";
import { AppError } from "../../app-error.ts";
import type { Context, Deps } from "../../context.ts";
import { lookUp, transact } from "../../transact.ts";
import { findChannelByKey, findLogo } from "./queries.ts";

/**
 * `/files/logos/<channelKey>.<hash>.webp`: a channel's logo, for everybody. Below `/files/`, which pages with a policy allow already; its
 * address changes with its content.
 */
export function logoPages(app: Hono<{ Variables: { requestId: string } }>, deps: Deps): void {
  app.get("/files/logos/:name", async (http) => {
    const [, key, hash] = /^([\w-]{1,64})\.([0-9a-f]{16})\.webp$/.exec(http.req.param("name")) ?? [];
    if (!key || !hash) throw new AppError("not_found");
    const channel = await lookUp(deps, (db) => findChannelByKey(db, key));
    if (!channel) throw new AppError("not_found");
    const ctx: Context = { workspaceId: channel.workspaceId, actor: { kind: "system" }, deps };
    const content = await transact(ctx, (tx) => findLogo(tx, channel.id, hash));
    if (!content) throw new AppError("not_found");
    http.header("content-type", "image/webp");
    http.header("cache-control", "public, max-age=31536000, immutable");
    http.header("x-content-type-options", "nosniff");
    http.header("content-security-policy", "default-src 'none'; sandbox");
    http.header("cross-origin-resource-policy", "cross-origin");
    return http.body(Uint8Array.from(content));
  });
}
