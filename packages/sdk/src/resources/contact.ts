import type { Contact, UpdateContact } from "@deskbell/contract";
import type { Request, RequestOptions } from "../request.ts";

export type ContactResource = ReturnType<typeof createContact>;

export const createContact = (request: Request) => ({
  /** Changes the asking contact; keys left out stay as they are. Throws `invalid_input`. */
  update: (body: UpdateContact, options?: RequestOptions) =>
    request<Contact>({ method: "PATCH", path: ["contact"], body, ...options }),
});
