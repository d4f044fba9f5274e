import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { Hono, type HonoRequest } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import { AppError } from "./app-error.ts";
import type { Deps } from "./context.ts";
import { type Auth, addressHeader, createAuth } from "./features/agents/auth.ts";
import { throwAuthRefusal } from "./features/agents/auth-refusal.ts";
import { authenticateTeam } from "./features/agents/authenticate-team.ts";
import { agentRoutes } from "./features/agents/routes.ts";
import { apiDocsPages } from "./features/api-docs/pages.ts";
import { articleRoutes } from "./features/articles/routes.ts";
import { blockRoutes } from "./features/blocks/routes.ts";
import { answerMessage } from "./features/bot/index.ts";
import { changeRoutes } from "./features/changes/routes.ts";
import { logoPages } from "./features/channels/pages.ts";
import { channelRoutes } from "./features/channels/routes.ts";
import { widgetPages } from "./features/channels/widget-pages.ts";
import { consolePages } from "./features/console/pages.ts";
import { authenticateContact } from "./features/contacts/authenticate-contact.ts";
import { contactRoutes } from "./features/contacts/routes.ts";
import { giveChatsJob, returnChatsJob } from "./features/conversations/index.ts";
import { tendIdleEveryMinute } from "./features/conversations/periodic-jobs.ts";
import { conversationRoutes } from "./features/conversations/routes.ts";
import { conversationSignals } from "./features/conversations/sockets.ts";
import { demoPages } from "./features/demo/pages.ts";
import { scanFile } from "./features/files/index.ts";
import { filePages } from "./features/files/pages.ts";
import { sweepFilesEveryHour } from "./features/files/periodic-jobs.ts";
import { fileRoutes } from "./features/files/routes.ts";
import { helpCenterPages } from "./features/help-center/pages.ts";
import { messageRoutes } from "./features/messages/routes.ts";
import { preChatRoutes } from "./features/pre-chat/routes.ts";
import { keepPresence, type Presence, type PresenceOptions } from "./features/presence/keep-presence.ts";
import { presenceRoutes } from "./features/presence/routes.ts";
import { presenceSignals } from "./features/presence/sockets.ts";
import { proactiveRoutes } from "./features/proactive/routes.ts";
import { updatePlacesJob } from "./features/queue/index.ts";
import { refreshPlacesEveryMinute } from "./features/queue/periodic-jobs.ts";
import { teamRoutes } from "./features/teams/routes.ts";
import { ticketRoutes } from "./features/tickets/routes.ts";
import { sendTranscriptJob } from "./features/transcripts/index.ts";
import { transcriptRoutes } from "./features/transcripts/routes.ts";
import { workspaceRoutes } from "./features/workspaces/routes.ts";
import { answerError } from "./http/answer-error.ts";
import { addressOf } from "./http/client-address.ts";
import { Api, type Authenticators, type RegisteredEndpoint } from "./http/endpoint.ts";
import { createLimits } from "./http/limits.ts";
import { createMetrics } from "./http/metrics.ts";
import { createOpenApi, type OpenApi } from "./http/openapi.ts";
import { createMemoryRateLimiter, type RateLimiter } from "./http/rate-limiter.ts";
import { fromOwnPage, sameOrigin } from "./http/same-origin.ts";
import type { Job, PeriodicJob } from "./jobs/jobs.ts";
import { Signals } from "./realtime/signals.ts";
import type { SocketAuthenticators } from "./realtime/sockets.ts";

/** Every job there is. */
export const jobs: readonly Job[] = [
  answerMessage as Job,
  scanFile as Job,
  updatePlacesJob as Job,
  giveChatsJob as Job,
  returnChatsJob as Job,
  sendTranscriptJob as Job,
];
export const periodicJobs: readonly PeriodicJob[] = [
  tendIdleEveryMinute,
  sweepFilesEveryHour,
  refreshPlacesEveryMinute,
];

const mostBytes = 256 * 1024;

/** The product without a port: what `main` serves and what tests talk to. */
export interface App {
  /** `peer` is the address at the other end of the connection. */
  fetch: (request: Request, peer?: string) => Response | Promise<Response>;
  routes: readonly { method: string; path: string }[];
  endpoints: readonly RegisteredEndpoint[];
  openApi: OpenApi;
  signals: Signals;
  presence: Presence;
  socketAuthenticators: SocketAuthenticators;
}

export interface AppOptions {
  publicUrl: string;
  secret: string;
  /** Default: one that counts what this process alone is asked. */
  rateLimiter?: RateLimiter;
  /** Whether the process is about to end: it is not ready, and connections end with their answers. */
  isLeaving?: () => boolean;
  presence?: PresenceOptions;
}

export function createApp(
  deps: Deps,
  {
    publicUrl,
    secret,
    rateLimiter = createMemoryRateLimiter(deps.now),
    presence: presenceOptions,
    isLeaving = () => false,
  }: AppOptions,
): App {
  const auth: Auth = createAuth(deps, { publicUrl, secret });
  const limits = createLimits(deps.config.limits ? rateLimiter : null);
  const authenticators: Authenticators = {
    public: async () => ({ workspaceId: "", actor: { kind: "system" }, deps }),
    contact: (http) => authenticateContact(deps, bearer(http.req.header("authorization")), addressOf(http)),
    team: (http) => {
      const key = bearer(http.req.header("authorization"));
      if (!key) sameOrigin(http, publicUrl);
      return authenticateTeam(deps, auth, key, http.req.raw.headers);
    },
  };
  const api = new Api(authenticators, limits);
  for (const register of [
    contactRoutes,
    conversationRoutes,
    messageRoutes,
    ticketRoutes,
    fileRoutes,
    articleRoutes,
    agentRoutes,
    channelRoutes,
    blockRoutes,
    presenceRoutes,
    workspaceRoutes,
    changeRoutes,
    teamRoutes,
    preChatRoutes,
    proactiveRoutes,
    transcriptRoutes,
  ]) {
    register(api);
  }
  const signals = new Signals();
  conversationSignals(signals);
  const presence = keepPresence(deps, presenceOptions);
  presenceSignals(signals, presence);
  const openApi = createOpenApi(api.endpoints, publicUrl);

  const app = new Hono<{ Variables: { requestId: string } }>();
  app.onError((error, http) => answerError(error, http, deps.log));
  app.notFound((http) => answerError(new AppError("not_found"), http, deps.log));
  app.use(async (http, next) => {
    const started = performance.now();
    const requestId = randomUUID();
    http.set("requestId", requestId);
    await next();
    // Not `http.header`, which makes a new response around a stream.
    http.res.headers.set("x-request-id", requestId);
    if (isLeaving()) http.res.headers.set("connection", "close");
    const ms = Math.round(performance.now() - started);
    deps.log.info({ requestId, method: http.req.method, path: http.req.path, status: http.res.status, ms }, "request");
  });
  app.use(
    secureHeaders({
      crossOriginResourcePolicy: false,
      strictTransportSecurity: false,
      // Not the default `no-referrer`: under it browsers send `Origin: null` even to ourselves, which is refused.
      referrerPolicy: "same-origin",
    }),
  );
  const metrics = createMetrics();
  app.use(metrics.observe);
  app.get("/metrics", async (http) => http.text(await metrics.render(), 200, { "content-type": metrics.contentType }));
  app.get("/healthz", (http) => http.text("ok"));
  app.get("/readyz", async (http) => {
    if (isLeaving()) throw new AppError("unavailable");
    await deps.database.db.execute(sql`select 1`).catch((error: unknown) => {
      deps.log.error({ err: error }, "not ready");
      throw new AppError("unavailable");
    });
    return http.text("ready");
  });
  const limitBody = bodyLimit({
    maxSize: mostBytes,
    onError: (http) => {
      // The rest of the body is never read: nobody may send another request behind it.
      http.header("connection", "close");
      throw new AppError("body_too_large");
    },
  });
  app.use("/v1/*", (http, next) => (isShort(http.req) || api.streams(http.req) ? next() : limitBody(http, next)));
  const preflight = cors({ origin: "*", allowHeaders: ["authorization", "content-type"], maxAge: 86_400 });
  app.use("/v1/*", async (http, next) => {
    if (/^\/v1\/(agent|auth)(\/|$)/.test(http.req.path)) return next();
    if (http.req.method === "OPTIONS") return preflight(http, next);
    await next();
    http.res.headers.set("access-control-allow-origin", "*");
    http.res.headers.set("access-control-expose-headers", "retry-after,x-request-id");
  });
  app.on(["GET", "POST"], "/v1/auth/*", async (http) => {
    sameOrigin(http, publicUrl);
    const headers = new Headers(http.req.raw.headers);
    headers.set(addressHeader, addressOf(http));
    const response = await auth.handler(new Request(http.req.raw, { headers }));
    throwAuthRefusal(response);
    return response;
  });
  app.get("/openapi.json", (http) => http.json(openApi));
  app.route("/", api.router);
  for (const page of [widgetPages, logoPages, consolePages, demoPages, apiDocsPages, filePages]) page(app, deps);
  helpCenterPages(app, deps, { publicUrl, limits });

  const socketAuthenticators: SocketAuthenticators = {
    contact: (token, address) => authenticateContact(deps, token, address),
    // A page of another origin must not ride on the agent's cookie.
    team: (key, headers) =>
      authenticateTeam(deps, auth, key, fromOwnPage(headers, publicUrl) ? headers : new Headers()),
  };
  return {
    fetch: (request, peer) => app.fetch(request, { peer }),
    routes: app.routes,
    endpoints: api.endpoints,
    openApi,
    signals,
    presence,
    socketAuthenticators,
  };
}

/** Has no body, or says how long it is, to which Node holds it: looking at the body itself makes a stream of it. */
const isShort = (request: HonoRequest): boolean =>
  /^(GET|HEAD)$/.test(request.method) ||
  (!request.header("transfer-encoding") && Number(request.header("content-length") ?? Number.NaN) <= mostBytes);

const bearer = (header: string | undefined): string | null => /^Bearer (\S{1,200})$/i.exec(header ?? "")?.[1] ?? null;
