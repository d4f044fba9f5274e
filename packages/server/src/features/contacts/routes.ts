import {
  checkSessionSchema,
  contactSchema,
  pageOf,
  pageQuerySchema,
  pathId,
  sessionCheckSchema,
  sessionSchema,
  startSessionSchema,
  teamContactSchema,
  trackedEventSchema,
  trackSchema,
  updateContactSchema,
} from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { changeContact } from "./change-contact.ts";
import { checkSession } from "./check-session.ts";
import { endSession } from "./end-session.ts";
import { listTrackedEvents } from "./list-tracked-events.ts";
import { presentContact, presentTeamContact } from "./present.ts";
import { getContact } from "./queries.ts";
import { revokeSessions } from "./revoke-sessions.ts";
import { startSession } from "./start-session.ts";
import { trackEvent } from "./track-event.ts";

const example = { name: "Ada Lovelace", email: "ada@example.com", attributes: { plan: "team" } };

export function contactRoutes(api: Api): void {
  api.public(
    {
      method: "POST",
      path: "/v1/sessions",
      summary: "Start or resume a session",
      limit: "sessions",
      body: startSessionSchema,
      example: { channelKey: "demo" },
      answer: sessionSchema,
    },
    ({ ctx, body, http, address, take }) =>
      startSession(ctx.deps, body, { origin: http.req.header("origin"), address, mayBeNew: () => take("contacts") }),
  );
  api.public(
    {
      method: "POST",
      path: "/v1/sessions/check",
      summary: "Say what a session would be refused for, without starting one",
      limit: "sessions",
      body: checkSessionSchema,
      example: { channelKey: "demo" },
      answer: sessionCheckSchema,
    },
    ({ ctx, body, http }) => checkSession(ctx.deps, body, http.req.header("origin")),
  );
  api.contact({ method: "DELETE", path: "/v1/sessions", summary: "End my session", limit: "changes" }, ({ ctx }) =>
    endSession(ctx),
  );
  api.contact(
    {
      method: "PATCH",
      path: "/v1/contact",
      summary: "Tell who I am (unverified)",
      limit: "changes",
      body: updateContactSchema,
      example,
      answer: contactSchema,
    },
    async ({ ctx, body }) => presentContact(await changeContact(ctx, ctx.actor.contactId, body)),
  );
  api.contact(
    {
      method: "POST",
      path: "/v1/track",
      summary: "Tell what I did on the website",
      limit: "changes",
      body: trackSchema,
      example: { clientId: "t-7d3f9a10", name: "checkout.started", attributes: { items: 3 } },
    },
    ({ ctx, body }) => trackEvent(ctx, body),
  );

  api.team(
    {
      method: "GET",
      path: "/v1/agent/contacts/:id/events",
      summary: "List what a contact did on the website",
      params: pathId,
      query: pageQuerySchema,
      answer: pageOf(trackedEventSchema),
    },
    ({ ctx, params, query }) => listTrackedEvents(ctx, params.id, query),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/contacts/:id",
      summary: "Get a contact",
      params: pathId,
      answer: teamContactSchema,
    },
    async ({ ctx, params }) => presentTeamContact(await transact(ctx, (tx) => getContact(tx, params.id))),
  );
  api.team(
    {
      method: "PATCH",
      path: "/v1/agent/contacts/:id",
      summary: "Change a contact",
      params: pathId,
      body: updateContactSchema,
      example,
      answer: teamContactSchema,
    },
    async ({ ctx, params, body }) => presentTeamContact(await changeContact(ctx, params.id, body)),
  );
  api.team(
    {
      method: "POST",
      path: "/v1/agent/contacts/:id/sessions/revoke",
      summary: "End all sessions of a contact",
      params: pathId,
    },
    ({ ctx, params }) => revokeSessions(ctx, params.id),
  );
}
