import type { Contact } from "@deskbell/sdk";
import { newClientId } from "./client-id.ts";
import { isEmail } from "./is-email.ts";
import type { fieldWords } from "./parts/field-words.ts";

/** What stands in the ticket form. */
export interface TicketDraft {
  /** Minted once per draft, so that sending it again cannot make a second ticket. */
  clientId: string;
  subject: string;
  body: string;
  name: string;
  email: string;
}

/** The draft from before, or a new one. */
export function emptyTicket(kept: string | null, contact: Contact | undefined): TicketDraft {
  const fresh = {
    clientId: `t-${newClientId()}`,
    subject: "",
    body: "",
    name: contact?.name ?? "",
    email: contact?.email ?? "",
  };
  return { ...fresh, ...parseKept(kept) };
}

/** Storage is the page's too: whatever stands there must not stop the form. */
function parseKept(kept: string | null): Partial<TicketDraft> {
  try {
    return JSON.parse(kept ?? "{}");
  } catch {
    return {};
  }
}

export function checkTicket(
  draft: TicketDraft,
  words: (typeof fieldWords)["en"],
): Partial<Record<keyof TicketDraft, string>> {
  const problems: Partial<Record<keyof TicketDraft, string>> = {};
  if (!draft.subject.trim()) problems.subject = words.required;
  if (!draft.body.trim()) problems.body = words.required;
  const email = draft.email.trim();
  if (email && !isEmail(email)) problems.email = words.badEmail;
  return problems;
}
