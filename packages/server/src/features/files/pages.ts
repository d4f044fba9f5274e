import { Readable } from "node:stream";
import type { Hono } from "hono";
import { z } from "zod";
import { AppError } from "../../app-error.ts";
import type { Context, Deps } from "../../context.ts";
import { contentDisposition } from "../../files/file-name.ts";
import { isPicture } from "../../files/picture.ts";
import { transact } from "../../transact.ts";
import { contentKey, thumbnailKey } from "./blob-keys.ts";
import { readLink } from "./present.ts";
import { findFile } from "./queries.ts";

const pathSchema = z.object({ workspace: z.uuid(), id: z.uuid() });

/**
 * `/files/<workspace>/<file>/<signed>`: a file by its signed link, for tags and downloads that carry no session. What is answered
 * can run no script, in no browser: pictures are drawn, all else is saved.
 */
export function filePages(app: Hono<{ Variables: { requestId: string } }>, deps: Deps): void {
  app.get("/files/:workspace/:id/:signed", async (http) => {
    const path = pathSchema.safeParse(http.req.param());
    if (!path.success) throw new AppError("not_found");
    const ctx: Context = { workspaceId: path.data.workspace, actor: { kind: "system" }, deps };
    const file = await transact(ctx, (tx) => findFile(tx, path.data.id));
    const link = file && readLink(file, http.req.param("signed"));
    if (!link || file.state !== "ready") throw new AppError("not_found");
    if (link.expiresAt <= deps.now().getTime()) throw new AppError("link_expired");
    const isThumbnail = link.variant === "t";
    const type = isThumbnail ? "image/webp" : file.type;
    const isDrawn = isPicture(type);
    const disposition = contentDisposition(isDrawn ? "inline" : "attachment", file.name);
    const key = isThumbnail ? thumbnailKey(file) : contentKey(file);
    // Pictures come from here, so that pages with a strict policy need to allow one host only.
    const elsewhere = isDrawn ? null : await deps.storage.link(key, { type, disposition });
    http.header("cache-control", "private, no-store");
    if (elsewhere) return http.redirect(elsewhere);
    http.header("content-type", type === "text/plain" ? "text/plain; charset=utf-8" : type);
    if (!isThumbnail) http.header("content-length", String(file.size));
    http.header("content-disposition", disposition);
    http.header("x-content-type-options", "nosniff");
    http.header("content-security-policy", "default-src 'none'; sandbox");
    http.header("cross-origin-resource-policy", "cross-origin");
    http.header("cache-control", "private, max-age=86400, immutable");
    if (http.req.method === "HEAD") return http.body(null);
    const content = await deps.storage.read(key);
    if (!content) throw new AppError("not_found");
    return http.body(Readable.toWeb(content) as ReadableStream);
  });
}
