import type { Handling } from "@deskbell/contract";
import type { Actor } from "../../context.ts";

/** The team may make a ticket of anything; a contact only of what is still open. */
export const mayEscalate = (actor: Actor, { handling }: { handling: Handling }): boolean =>
  actor.kind !== "contact" || handling !== "closed";
