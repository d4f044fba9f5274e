import type { ProactiveOpening } from "@deskbell/sdk";

/** A proactive message, as it was read. */
export interface ProactiveSaid extends ProactiveOpening {
  text: string;
}

/** Where in the panel the contact is. */
export type Route =
  | { name: "home" }
  | { name: "conversations" }
  /** `draft` is put into the composer, `send` is sent at once. */
  | { name: "chat"; id: string | null; draft?: string; send?: string; proactive?: ProactiveSaid }
  | { name: "articles" }
  | { name: "article"; slug: string; anchor: string | null }
  | { name: "tickets" }
  | { name: "ticket"; publicId: string }
  | { name: "ticket-form" };

export const home: Route = { name: "home" };

/** The sections at the bottom of the panel. */
export const sections = ["home", "conversations", "articles", "tickets"] as const;
export type Section = (typeof sections)[number];

export const isSection = (name: Route["name"]): name is Section => sections.some((section) => section === name);
