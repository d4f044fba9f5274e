import type { Contact, ShownProactive, ShowProactive, Track, UpdateContact } from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../client-id.ts";
import type { Request, RequestOptions } from "../request.ts";

export type ContactResource = ReturnType<typeof createContact>;

export const createContact = (request: Request) => ({
  /** Changes the asking contact; keys left out stay as they are. Throws `invalid_input`. */
  update: (body: UpdateContact, options?: RequestOptions) =>
    request<Contact>({ method: "PATCH", path: ["contact"], body, ...options }),

  /** Tells what the contact did on the website: the team sees it beside their conversations. Throws `invalid_input`. */
  track: (input: WithoutClientId<Track>, options?: RequestOptions) =>
    request<void>({ method: "POST", path: ["track"], body: withClientId(input), ...options }),

  /** Asks whether a proactive message may be shown, and remembers that it was. */
  showProactive: (body: ShowProactive, options?: RequestOptions) =>
    request<ShownProactive>({ method: "POST", path: ["proactive"], body, ...options }),
});
