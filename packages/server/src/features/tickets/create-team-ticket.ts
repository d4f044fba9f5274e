import type { TeamCreateTicket } from "@deskbell/contract";
import type { Context, TeamActor } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { getApiChannel } from "../channels/index.ts";
import { getContact } from "../contacts/index.ts";
import { openConversation, tellConversation, tellQueue } from "../conversations/index.ts";
import { appendMessage } from "../messages/index.ts";
import { changeCustomFields } from "./custom-fields.ts";
import { openTicket } from "./open-ticket.ts";
import { getTicketView, type TicketView } from "./queries.ts";
import { tellTicket } from "./tell-ticket.ts";

/** On behalf of a contact, such as after a call. The text is written down as what the contact said. */
export function createTeamTicket(ctx: Context<TeamActor>, input: TeamCreateTicket): Promise<Created<TicketView>> {
  return transact(ctx, async (tx) => {
    const {
      clientId,
      subject,
      body,
      attachments,
      priority = "normal",
      source = "internal",
      customFields: answers = {},
    } = input;
    const contact = await getContact(tx, input.contactId);
    const contactId = contact.id;
    const channel = await getApiChannel(tx);
    const opened = await openConversation(tx, { contactId, channelId: channel.id, clientId, handling: "queue" });
    const { id, ticketId } = opened.value;
    if (ticketId) return { value: await getTicketView(tx, { id: ticketId }), repeated: true };
    const customFields = changeCustomFields(channel.ticketFields, [], answers);
    const conversation = { id, contactId, assigneeId: null };
    await appendMessage(tx, conversation, {
      author: { kind: "contact", id: contactId, name: contact.name },
      body,
      clientId,
      ...(attachments && { attachments }),
    });
    const ticket = await openTicket(tx, conversation, { subject, priority, source, customFields });
    tellQueue(tx);
    await tellConversation(tx, id);
    return { value: await tellTicket(tx, ticket.id), repeated: false };
  });
}
