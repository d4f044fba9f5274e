import type { CreateTicket } from "@deskbell/contract";
import { allow } from "../../app-error.ts";
import type { ContactActor, Context } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { getChannel } from "../channels/index.ts";
import { changeContact } from "../contacts/index.ts";
import { openConversation, tellConversation, tellQueue } from "../conversations/index.ts";
import { appendMessage } from "../messages/index.ts";
import { takeCustomFields } from "./custom-fields.ts";
import { openTicket } from "./open-ticket.ts";
import { getTicketView, type TicketView } from "./queries.ts";
import { tellTicket } from "./tell-ticket.ts";

/** From the form: a conversation that waits for an agent, with a ticket around it. The same `clientId` again makes nothing new. */
export function createTicket(ctx: Context<ContactActor>, input: CreateTicket): Promise<Created<TicketView>> {
  const { clientId, subject, body, attachments, name, email, homepage, customFields: answers = {} } = input;
  // Not answered as if it had been made: a person whose browser filled the trap would lose their words and never know.
  allow(!homepage, "looks_automated");
  return transact(ctx, async (tx) => {
    const { contactId, channelId } = tx.actor;
    const opened = await openConversation(tx, { contactId, channelId, clientId, handling: "queue" });
    const { id, ticketId } = opened.value;
    if (ticketId) return { value: await getTicketView(tx, { id: ticketId }), repeated: true };
    const customFields = takeCustomFields((await getChannel(tx, channelId)).ticketFields, answers);
    const contact = await changeContact(tx, contactId, { name, email });
    const conversation = { id, contactId, assigneeId: null };
    await appendMessage(tx, conversation, {
      author: { kind: "contact", id: contactId, name: contact.name },
      body,
      clientId,
      ...(attachments && { attachments }),
    });
    const ticket = await openTicket(tx, conversation, {
      subject,
      priority: "normal",
      source: "web_form",
      customFields,
    });
    tellQueue(tx);
    await tellConversation(tx, id);
    return { value: await tellTicket(tx, ticket.id), repeated: false };
  });
}
