import { createHash } from "node:crypto";
import type { Hono } from "hono";
import { AppError } from "../../app-error.ts";
import type { Deps } from "../../context.ts";
import { answerCompressed, type StaticFiles } from "../../http/static-files.ts";
import { lookUp } from "../../transact.ts";
import { settingsOf } from "./present.ts";
import { findChannelByKey } from "./queries.ts";
import { widgetFiles, widgetManifest } from "./widget-build.ts";

const cacheSeconds = 300;

/** `/w/<channelKey>.js`: the loader with the channel's settings inlined, so that a page makes one request; and its chunks. */
export function widgetPages(app: Hono<{ Variables: { requestId: string } }>, deps: Deps): void {
  const files = widgetFiles();

  // Browsers remember a failed import by its address: each attempt of the loader asks in a folder of its own.
  app.get("/w/assets/:folder{\\d+-\\w+}/:file", async (http) => {
    const { assetsHash, app } = widgetManifest();
    const [attempt, hash] = http.req.param("folder").split("-");
    const file = `assets/${http.req.param("file")}`;
    http.header("access-control-allow-origin", "*");
    http.header("cross-origin-resource-policy", "cross-origin");
    if (hash === assetsHash) return files.answer(http, file, { immutable: true });
    // A loader from before an upgrade, out of a cache, gets today's app; an app from before may not be mixed with today's parts.
    if (file !== app) throw new AppError("not_found");
    http.header("cache-control", "no-store");
    return http.redirect(`/w/${addressOf(app, `${attempt}-${assetsHash}`)}`);
  });
  app.get("/w/:script{[\\w-]{1,64}\\.js}", async (http) => {
    const key = http.req.param("script").slice(0, -".js".length);
    const channel = await lookUp(deps, (db) => findChannelByKey(db, key));
    if (channel?.kind !== "website") throw new AppError("channel_not_found");
    const manifest = widgetManifest();
    const settings = settingsOf(channel);
    // Not configured: the loader takes the origin that it came from, whatever name people reach us by.
    const app = `/w/${addressOf(manifest.app, `-${manifest.assetsHash}`)}`;
    const boot = { host: deps.config.publicUrl ?? "", channelKey: key, settings, app };
    const loader = files.text(manifest.loader).replace("__DESKBELL_BOOT__", () => scriptSafe(boot));
    const rules = channel.proactive.filter(({ enabled }) => enabled).map(({ name: _, enabled: __, ...rule }) => rule);
    const watched = rules.length > 0 ? withRules(files, loader, { ...boot, rules }) : loader;
    const script = watched + compat(files, http.req.query("compat"));
    const etag = `"${createHash("sha256").update(script).digest("base64url").slice(0, 22)}"`;
    http.header("etag", etag);
    http.header("cache-control", `public, max-age=${cacheSeconds}, stale-while-revalidate=86400`);
    http.header("cross-origin-resource-policy", "cross-origin");
    http.header("access-control-allow-origin", "*");
    if (http.req.header("if-none-match") === etag) return http.body(null, 304);
    http.header("content-type", "text/javascript; charset=utf-8");
    return answerCompressed(http, script);
  });
}

/** Where a file of the app's is asked for: the loader puts the number of its attempt before the hash. */
const addressOf = (file: string, folder: string): string => file.replace("/", `/${folder}/`);

/** Only pages of a channel with proactive messages carry what watches for them. It reads the calls that wait for the loader, which takes them. */
const withRules = (files: StaticFiles, loader: string, boot: object): string =>
  `{const __DESKBELL_QUEUE__=[...(window.Deskbell?.q??[])];${loader};${files.text("proactive.js").replace("__DESKBELL_PROACTIVE__", () => scriptSafe(boot))}}`;

/** `?compat=<peer>`: answers the calls that a page still makes to another widget. Once, though a page carry the script twice. */
function compat(files: StaticFiles, peer: string | undefined): string {
  if (peer === undefined) return "";
  const file = `compat/${peer}.js`;
  if (!files.has(file)) return `console.warn(${scriptSafe(`Deskbell: there is no compat "${peer}"`)});`;
  return `if(!Deskbell.compat){Deskbell.compat=true;${files.text(file)}}`;
}

/** JSON that may stand in any script: no tag can end it and no line separator can break it. */
const scriptSafe = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
