import type { LocalFormField, UpdateTicket } from "@deskbell/contract";
import { allow } from "../../app-error.ts";
import type { Context, TeamActor } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import { getChannel } from "../channels/index.ts";
import { closeConversation } from "../conversations/index.ts";
import { changeTicket } from "./change-ticket.ts";
import { changeCustomFields } from "./custom-fields.ts";
import { getTicketView, listTicketConversations, lockTicket, type TicketView } from "./queries.ts";

/** Changes what is given. A ticket that somebody else changed since `version` is refused with `version_conflict`. */
export function updateTicket(
  ctx: Context<TeamActor>,
  id: string,
  { version, customFields: answers, ...change }: UpdateTicket,
): Promise<TicketView> {
  return transact(ctx, async (tx) => {
    const ticket = await lockTicket(tx, id);
    allow(ticket.version === version, "version_conflict");
    const customFields = answers && changeCustomFields(await listAsked(tx, id), ticket.customFields, answers);
    await changeTicket(tx, ticket, { ...change, ...(customFields && { customFields }) });
    if (change.status === "closed" || change.status === "cancelled") {
      for (const conversation of await listTicketConversations(tx, id)) await closeConversation(tx, conversation.id);
    }
    return getTicketView(tx, { id });
  });
}

/** By the channel that the ticket came in. */
async function listAsked(tx: Tx, id: string): Promise<LocalFormField[]> {
  const { channelId } = await getTicketView(tx, { id });
  return (await getChannel(tx, channelId)).ticketFields;
}
