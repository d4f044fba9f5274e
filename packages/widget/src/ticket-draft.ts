import type { Contact } from "@deskbell/sdk";
import { newClientId } from "./client-id.ts";
import { isEmail } from "./is-email.ts";
import type { fieldWords } from "./parts/field-words.ts";
import type { Values } from "./payload/form-fill.ts";

/** What stands in the ticket form. */
export interface TicketDraft {
  /** Minted once per draft, so that sending it again cannot make a second ticket. */
  clientId: string;
  subject: string;
  body: string;
  name: string;
  email: string;
  /** What the channel asks beside. */
  customFields: Values;
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
  const known = parseKept(kept);
  return { ...fresh, ...known, customFields: { ...known?.customFields } };
}

/** Storage is the page's too: whatever stands there must not stop the form. */
function parseKept(kept: string | null): Partial<TicketDraft> | null {
  try {
    return JSON.parse(kept ?? "{}");
  } catch {
    return {};
  }
}

/** What is wrong with what every ticket has, in words, by the name of its input. */
export function checkTicket(draft: TicketDraft, words: (typeof fieldWords)["en"]): Record<string, string> {
  const problems: Record<string, string> = {};
  if (!draft.subject.trim()) problems.subject = words.required;
  if (!draft.body.trim()) problems.body = words.required;
  const email = draft.email.trim();
  if (email && !isEmail(email)) problems.email = words.badEmail;
  return problems;
}
