import type {
  CreateTicket,
  Message,
  Page,
  PageQuery,
  SendMessage,
  Ticket,
  TicketForm,
  TicketFormQuery,
  TicketStep,
} from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../client-id.ts";
import type { Request, RequestOptions } from "../request.ts";

export type TicketsResource = ReturnType<typeof createTickets>;

export const createTickets = (request: Request) => ({
  /** The contact's tickets, the latest change first. */
  list: (query?: PageQuery, options?: RequestOptions) =>
    request<Page<Ticket>>({ method: "GET", path: ["tickets"], query, ...options }),

  /** Throws `not_found`. */
  get: (publicId: string, options?: RequestOptions) =>
    request<Ticket>({ method: "GET", path: ["tickets", publicId], ...options }),

  /** What the channel asks beside subject and text; the answers go with `create`, as `customFields`. */
  form: (query?: TicketFormQuery, options?: RequestOptions) =>
    request<TicketForm>({ method: "GET", path: ["ticket-form"], query, ...options }),

  /**
   * Files a ticket without a chat. Throws `rate_limited`, and `invalid_input`: of an answer, `fields` then has `customFields.<name>` with
   * `required`, `invalid`, `too_long` or, when the form no longer asks it, `unknown`.
   */
  create: (input: WithoutClientId<CreateTicket>, options?: RequestOptions) =>
    request<Ticket>({ method: "POST", path: ["tickets"], body: withClientId(input), ...options }),

  /** The way it has gone, the latest step first: created, moved, given to somebody, reopened. Throws `not_found`. */
  timeline: (publicId: string, query?: PageQuery, options?: RequestOptions) =>
    request<Page<TicketStep>>({ method: "GET", path: ["tickets", publicId, "timeline"], query, ...options }),

  /** A message to the ticket's conversation: reopens a ticket that waits or is resolved. */
  reply: (publicId: string, input: WithoutClientId<SendMessage>, options?: RequestOptions) =>
    request<Message>({
      method: "POST",
      path: ["tickets", publicId, "messages"],
      body: withClientId(input),
      ...options,
    }),
});
