import type { Conversation, Message, Note, Ticket } from "@deskbell/sdk";
import type { QueueCounts, TeamConversation } from "@deskbell/sdk/agent";
import type { Ledger } from "./ledger.ts";
import type { Random } from "./random.ts";
import type { Wire } from "./wire.ts";

/** What everybody who takes part shares. */
export interface World {
  ledger: Ledger;
  random: Random;
  /** Aborted when nobody begins anything new any more. */
  quiet: AbortSignal;
  /** Aborted when what is not done by then will not be. */
  over: AbortSignal;
  openWire(name: string): Promise<Wire>;
}

/** One person with one client, who acts until it is quiet. */
export interface Player {
  name: string;
  /** Resolves once all that was begun has ended. */
  play(): Promise<void>;
  /** What their screen shows. */
  screen(): Screen;
}

export interface Screen {
  threads: ShownThread[];
  /** A contact's own lists. */
  contact?: { id: string; conversations: readonly Conversation[]; tickets: readonly Ticket[] };
  /** All that the team has open. */
  inbox?: { conversations: readonly TeamConversation[]; counts: Pick<QueueCounts, "queue" | "all"> | null };
}

export interface ShownThread {
  /** `null`: not known yet, or not begun. */
  conversation: Conversation | TeamConversation | null;
  messages: readonly Message[];
  /** `null`: contacts see none. */
  notes: readonly Note[] | null;
  /** What is still to be sent, and why. */
  pending: readonly string[];
}

/** Ends early when it is quiet. */
export const rest = (world: World, ms: number): Promise<void> =>
  new Promise((resolve) => {
    if (world.quiet.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      world.quiet.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    world.quiet.addEventListener("abort", done);
  });
