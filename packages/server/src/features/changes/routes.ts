import { changesSchema, pageQuerySchema, teamChangesSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { listChanges, listTeamChanges } from "./list-changes.ts";

export function changeRoutes(api: Api): void {
  api.contact(
    {
      method: "GET",
      path: "/v1/changes",
      summary: "Catch up on my conversations and tickets",
      query: pageQuerySchema,
      answer: changesSchema,
    },
    ({ ctx, query }) => listChanges(ctx, query),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/changes",
      summary: "Catch up on the workspace's conversations and tickets",
      query: pageQuerySchema,
      answer: teamChangesSchema,
    },
    ({ ctx, query }) => listTeamChanges(ctx, query),
  );
}
