import type { QueueCounts } from "@deskbell/sdk/agent";

/** Counts arrive in any order: from several nodes, by event and by answer. An older one changes nothing. */
export const laterCounts = (known: QueueCounts, incoming: Omit<QueueCounts, "mine">): QueueCounts =>
  incoming.version < known.version ? known : { ...known, ...incoming };
