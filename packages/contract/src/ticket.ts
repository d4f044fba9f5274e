import type { PublicAgent } from "./agent.ts";
import type { TeamContact } from "./contact.ts";
import type { FormAnswers, FormQuestion } from "./form-question.ts";
import type { LocalWords } from "./local-words.ts";
import type { Author } from "./message.ts";
import type { PageQuery } from "./page.ts";
import type { FormFieldKind, FormValue } from "./payload.ts";

export const ticketStatuses = [
  "open",
  "in_progress",
  "pending_contact",
  "on_hold",
  "resolved",
  "closed",
  "cancelled",
] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

export const ticketPriorities = ["low", "normal", "high", "urgent"] as const;
export type TicketPriority = (typeof ticketPriorities)[number];

export const ticketSources = ["chat", "email", "web_form", "api", "phone", "social", "internal"] as const;
export type TicketSource = (typeof ticketSources)[number];

/** Which statuses may follow which. `closed` and `cancelled` are final. */
export const ticketTransitions: Record<TicketStatus, readonly TicketStatus[]> = {
  open: ["in_progress", "pending_contact", "on_hold", "resolved", "cancelled"],
  in_progress: ["open", "pending_contact", "on_hold", "resolved", "cancelled"],
  pending_contact: ["open", "in_progress", "on_hold", "resolved", "cancelled"],
  on_hold: ["open", "in_progress", "pending_contact", "resolved", "cancelled"],
  resolved: ["open", "closed"],
  closed: [],
  cancelled: [],
};

/** An answer of a channel's ticket form. It keeps the words that were asked, so that it can be read whatever the form has become. */
export interface CustomField {
  /** The question's, unique within its ticket. */
  name: string;
  kind: FormFieldKind;
  /** See `wordsIn`. */
  label: LocalWords;
  value: FormValue;
  /** What stood for the value of a `select`; `null` for all other kinds. */
  valueLabel: LocalWords | null;
}

/** Answer of `GET /v1/ticket-form`: what this channel asks beside subject and text. */
export interface TicketForm {
  questions: FormQuestion[];
}

export interface TicketFormQuery {
  /** BCP 47; default is the channel's. */
  locale?: string;
}

/** A ticket as its contact sees it. */
export interface Ticket {
  /** Not guessable: what contacts name a ticket by. */
  publicId: string;
  /** Counts up per workspace: what people say on the phone. */
  number: number;
  subject: string;
  status: TicketStatus;
  assignee: PublicAgent | null;
  /** The conversation that messages go to. */
  conversationId: string;
  /** What was answered, in the form's order. */
  customFields: CustomField[];
  createdAt: string;
  updatedAt: string;
  resolvedAt: string | null;
}

/** A ticket as the team sees it. */
export interface TeamTicket extends Ticket {
  id: string;
  priority: TicketPriority;
  source: TicketSource;
  /** Where it came in: whose ticket form its custom fields are of. */
  channelId: string;
  contact: TeamContact;
  tags: string[];
  /** Send it back with an update: a stale one is refused with `version_conflict`. */
  version: number;
  closedAt: string | null;
}

/** Body of `POST /v1/tickets`: a form instead of a chat. */
export interface CreateTicket {
  /** Unique per contact: repeating it answers with the first result. */
  clientId: string;
  subject: string;
  body: string;
  /** Ids of files that the contact has uploaded, at most 10. */
  attachments?: string[];
  name?: string;
  /** Where to answer when the contact has left. */
  email?: string;
  /** What the channel's ticket form asks. What is missing, wrong or not asked is refused with `invalid_input`, in `fields` as `customFields.<name>`. */
  customFields?: FormAnswers;
  /** A trap for programs that fill in everything: offer it in a form where people do not see it, and leave it empty. Filled, it is refused with `looks_automated`. */
  homepage?: string;
}

/** Body of `POST …/conversations/:id/escalate`. */
export interface EscalateConversation {
  /** Default: the first words of the conversation. */
  subject?: string;
}

/** Body of the agents' `POST …/conversations/:id/escalate`. */
export interface TeamEscalateConversation extends EscalateConversation {
  /** Default `normal`. */
  priority?: TicketPriority;
}

/** Body of `POST /v1/agent/tickets`: on behalf of a contact. */
export interface TeamCreateTicket {
  clientId: string;
  contactId: string;
  subject: string;
  body: string;
  /** Ids of files that the caller has uploaded, at most 10. */
  attachments?: string[];
  priority?: TicketPriority;
  source?: TicketSource;
  /** What the API channel's ticket form asks; none of it is required of the team. */
  customFields?: FormAnswers;
}

/** Body of `PATCH /v1/agent/tickets/:id`: keys left out stay as they are. */
export interface UpdateTicket {
  version: number;
  subject?: string;
  status?: TicketStatus;
  priority?: TicketPriority;
  tags?: string[];
  /** Those left out stay as they are, `null` takes one away. None is required of the team; what is no longer asked can only be taken away. */
  customFields?: Record<string, FormValue | null>;
}

/** Body of `POST /v1/agent/tickets/:id/assign`. */
export interface AssignTicket {
  agentId: string | null;
}

/** `open` is everything not resolved, closed or cancelled. */
export const ticketViews = ["open", "mine", "unassigned", "resolved", "all"] as const;
export type TicketView = (typeof ticketViews)[number];

export interface TeamTicketsQuery extends PageQuery {
  /** Default `open`. */
  view?: TicketView;
  contactId?: string;
  /** Words of the subject, or a ticket's number. */
  q?: string;
}

/** One fact in a ticket's history. */
export interface TimelineEntry {
  id: string;
  /** `noun.past-participle`, such as `ticket.created`. */
  type: string;
  actor: Author;
  /** What changed: field → before and after. */
  changes: Record<string, { from: string | null; to: string | null }>;
  createdAt: string;
}

export const ticketStepKinds = ["created", "status_changed", "reopened", "assigned"] as const;
export type TicketStepKind = (typeof ticketStepKinds)[number];

/** One step on a ticket's way, as its contact sees it. */
export interface TicketStep {
  id: string;
  kind: TicketStepKind;
  /** The ticket's since this step; `null` where it stayed as it was. */
  status: TicketStatus | null;
  /** The name of who answers since this step; `null` where that did not change. */
  assignee: string | null;
  createdAt: string;
}
