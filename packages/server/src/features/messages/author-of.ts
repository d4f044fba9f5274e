import { AppError } from "../../app-error.ts";
import type { Actor } from "../../context.ts";
import type { MessageRow } from "./present.ts";

export interface AuthorColumns {
  kind: MessageRow["authorKind"];
  id: string | null;
  name: string | null;
}

/** As whom an actor writes. */
export function authorOf(actor: Actor, contact: { name: string | null }): AuthorColumns {
  switch (actor.kind) {
    case "contact":
      return { kind: "contact", id: actor.contactId, name: contact.name };
    case "agent":
      return { kind: "agent", id: actor.agentId, name: actor.name };
    case "apiKey":
      // A program that answers is a bot to the reader, whoever wrote it.
      return { kind: "bot", id: null, name: actor.name };
    default:
      throw new AppError("forbidden");
  }
}
