import { articlesQuerySchema, slugSchema } from "@deskbell/contract/schema";
import { Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "../../app-error.ts";
import type { Deps } from "../../context.ts";
import { addressOf } from "../../http/client-address.ts";
import type { Limits } from "../../http/limits.ts";
import { sameOrigin } from "../../http/same-origin.ts";
import { answerCompressed } from "../../http/static-files.ts";
import { giveFeedback } from "../articles/index.ts";
import { findWorkspace } from "../workspaces/index.ts";
import { articlePage } from "./article-page.ts";
import { categoryPage } from "./category-page.ts";
import { homePage } from "./home-page.ts";
import { contentPolicy, type Markup } from "./layout.ts";
import { problemPage } from "./problem-page.ts";
import { searchPage } from "./search-page.ts";
import { articlePath, openSite, type Site } from "./site.ts";
import { createVoteLimit } from "./vote-limit.ts";

type Env = { Variables: { requestId: string; site: Site } };
type Http = HonoContext<Env>;

/** `/help/<workspace>`: the public help centre, whole without scripts. */
export function helpCenterPages(
  app: Hono<{ Variables: { requestId: string } }>,
  deps: Deps,
  { publicUrl, limits }: { publicUrl: string; limits: Limits },
): void {
  const mayVote = createVoteLimit(deps.now);
  const pages = new Hono<Env>();

  pages.onError((error, http) => {
    const isExpected = error instanceof AppError;
    if (!isExpected) deps.log.error({ err: error, requestId: http.get("requestId") }, "help center");
    const isTooOften = isExpected && error.code === "rate_limited";
    if (isTooOften) http.header("retry-after", String(error.retryAfter));
    const status = isTooOften ? 429 : isExpected ? 404 : 500;
    return answer(http, problemPage(http.get("site") ?? null, status), status);
  });
  pages.use("/:workspace/*", async (http, next) => {
    const found = await findWorkspace(deps, http.req.param("workspace"));
    if (!found) throw new AppError("not_found");
    http.set("site", await openSite(found, publicUrl));
    await next();
  });
  pages.get("/:workspace", async (http) => {
    const site = http.get("site");
    const { q, cursor } = queryOf(http);
    if (q) await limits.take("searches", site.ctx.actor, addressOf(http));
    return answer(http, q ? await searchPage(site, q, cursor) : await homePage(site));
  });
  pages.get("/:workspace/c/:category", async (http) =>
    answer(http, await categoryPage(http.get("site"), slugIn(http.req.param("category")), queryOf(http).cursor)),
  );
  pages.get("/:workspace/a/:slug", async (http) =>
    answer(
      http,
      await articlePage(http.get("site"), slugIn(http.req.param("slug")), http.req.query("rated") !== undefined),
    ),
  );
  pages.post("/:workspace/a/:slug/feedback", bodyLimit({ maxSize: 4096 }), async (http) => {
    sameOrigin(http, publicUrl);
    const site = http.get("site");
    const slug = slugIn(http.req.param("slug"));
    await limits.take("feedback", site.ctx.actor, addressOf(http));
    const { helpful, website } = await http.req.parseBody();
    const isVote = (helpful === "yes" || helpful === "no") && website === "";
    if (isVote && mayVote(`${site.workspace.id} ${slug}`))
      await giveFeedback(site.ctx, slug, { helpful: helpful === "yes" });
    return http.redirect(`${articlePath(site, slug)}?rated#helpful`, 303);
  });
  pages.all("*", () => {
    throw new AppError("not_found");
  });
  app.route("/help", pages);
}

async function answer(http: Http, page: Markup, status: 200 | 404 | 429 | 500 = 200): Promise<Response> {
  const site = http.get("site") as Site | undefined; // not set yet when the workspace itself was not found
  http.header(
    "content-security-policy",
    site ? contentPolicy(site) : "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
  http.header("cache-control", status === 200 ? "public, max-age=60" : "no-store");
  http.header("content-type", "text/html; charset=utf-8");
  http.status(status);
  return answerCompressed(http, String(await page));
}

const pageQuerySchema = articlesQuerySchema.pick({ q: true, cursor: true });

function queryOf(http: Http): { q?: string; cursor?: string } {
  const { q, cursor } = http.req.query();
  const parsed = pageQuerySchema.safeParse({ q: q?.slice(0, 300), cursor });
  return parsed.success ? parsed.data : {};
}

function slugIn(param: string): string {
  const parsed = slugSchema.safeParse(param);
  if (!parsed.success) throw new AppError("not_found");
  return parsed.data;
}
