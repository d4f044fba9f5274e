import type { Author, Contact } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";

/** What to call a contact: their name, else their e-mail, else something short that can be said aloud. */
export function contactName(contact: Contact): string {
  return contact.name?.trim() || contact.email || visitorName(contact.id);
}

/** The end of a UUIDv7 is random, its start is a time: only the end tells two visitors apart. */
function visitorName(contactId: string): string {
  return text.people.visitor(contactId.slice(-4).toUpperCase());
}

export function authorName(author: Author): string {
  if (author.name) return author.name;
  if (author.kind === "contact") return author.id ? visitorName(author.id) : text.contact.anonymous;
  return { agent: text.people.agent, bot: text.people.bot, system: text.people.system }[author.kind];
}
