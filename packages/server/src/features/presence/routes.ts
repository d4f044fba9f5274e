import { contactPresenceSchema, pathId, presenceSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { getContactPresence, getPresence } from "./queries.ts";

export function presenceRoutes(api: Api): void {
  api.contact(
    { method: "GET", path: "/v1/presence", summary: "Is anybody there to answer", answer: presenceSchema },
    ({ ctx }) => transact(ctx, (tx) => getPresence(tx, tx.actor.contactId)),
  );
  api.team(
    {
      method: "GET",
      path: "/v1/agent/contacts/:id/presence",
      summary: "Is a contact there, and where",
      params: pathId,
      answer: contactPresenceSchema,
    },
    ({ ctx, params }) => transact(ctx, (tx) => getContactPresence(tx, params.id)),
  );
}
