import type { CreateTicket, Message, Page, PageQuery, SendMessage, Ticket } from "@deskbell/contract";
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

  /** Files a ticket without a chat. Throws `invalid_input`, `rate_limited`. */
  create: (input: WithoutClientId<CreateTicket>, options?: RequestOptions) =>
    request<Ticket>({ method: "POST", path: ["tickets"], body: withClientId(input), ...options }),

  /** A message to the ticket's conversation: reopens a ticket that waits or is resolved. */
  reply: (publicId: string, input: WithoutClientId<SendMessage>, options?: RequestOptions) =>
    request<Message>({
      method: "POST",
      path: ["tickets", publicId, "messages"],
      body: withClientId(input),
      ...options,
    }),
});
