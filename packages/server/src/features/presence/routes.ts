import { contactPresenceSchema, pathId, presenceNowSchema } from "@deskbell/contract/schema";
import type { Api } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { getChannel, officeStateAt } from "../channels/index.ts";
import { getContactPresence, getPresence } from "./queries.ts";

export function presenceRoutes(api: Api): void {
  api.contact(
    { method: "GET", path: "/v1/presence", summary: "Is anybody there to answer", answer: presenceNowSchema },
    ({ ctx }) =>
      transact(ctx, async (tx) => {
        const { hours } = await getChannel(tx, tx.actor.channelId);
        const office = hours && officeStateAt(hours, tx.now);
        return { ...(await getPresence(tx, tx.actor.contactId)), office };
      }),
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
