import type { AddNote, Note, Page, PageQuery } from "@deskbell/contract";
import { type WithoutClientId, withClientId } from "../../client-id.ts";
import type { Request, RequestOptions } from "../../request.ts";

export type NotesResource = ReturnType<typeof createNotes>;

export const createNotes = (request: Request) => ({
  /** Throws `not_found`. */
  list: (conversationId: string, query?: PageQuery, options?: RequestOptions) => {
    const path = ["agent", "conversations", conversationId, "notes"];
    return request<Page<Note>>({ method: "GET", path, query, ...options });
  },

  /** One attempt, now. `thread().addNote()` also keeps it until it is stored. Throws `not_found`, `invalid_input`. */
  create: (conversationId: string, input: WithoutClientId<AddNote>, options?: RequestOptions) => {
    const path = ["agent", "conversations", conversationId, "notes"];
    return request<Note>({ method: "POST", path, body: withClientId(input), ...options });
  },
});
