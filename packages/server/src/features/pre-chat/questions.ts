import type { AnswerPlace, FormQuestion, PreChatField } from "@deskbell/contract";
import type { ContactActor } from "../../context.ts";
import type { Tx } from "../../transact.ts";
import { type ChannelRow, getChannel, presentQuestion } from "../channels/index.ts";
import { type ContactRow, getContact } from "../contacts/index.ts";

/** As long as what it is kept in takes. */
const maxLengths: Record<AnswerPlace, number> = { name: 120, email: 254, phone: 40, contact: 1000, conversation: 1000 };

/** What this contact is asked before their next conversation: all that the channel asks and nobody has said yet. */
export async function listAsked(tx: Tx<ContactActor>): Promise<{ channel: ChannelRow; asked: PreChatField[] }> {
  const channel = await getChannel(tx, tx.actor.channelId);
  if (!channel.preChat) return { channel, asked: [] };
  const contact = await getContact(tx, tx.actor.contactId);
  return { channel, asked: channel.preChat.fields.filter((field) => !isKnown(contact, field)) };
}

function isKnown({ verified, ...contact }: ContactRow, { name, keepIn }: PreChatField): boolean {
  if (keepIn === "conversation") return false;
  if (keepIn !== "contact") return contact[keepIn] !== null;
  return [contact.attributes, verified?.attributes].some(
    (known) => Object.hasOwn(known ?? {}, name) && known?.[name] !== null,
  );
}

export const presentAsked = (field: PreChatField, ...locales: (string | null | undefined)[]): FormQuestion =>
  presentQuestion(field, maxLengths[field.keepIn], ...locales);
