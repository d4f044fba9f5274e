import type { Handling } from "@deskbell/contract";

type Handled = { handling: Handling; assigneeId: string | null };

export const mayHandOff = ({ handling }: Pick<Handled, "handling">): boolean => handling !== "closed";

/** By itself only what waits is given to anybody. */
export const mayBeGiven = ({ handling }: Pick<Handled, "handling">): boolean => handling === "queue";
export const mayTransfer = ({ handling }: Pick<Handled, "handling">): boolean => handling !== "closed";

/** One winner: whoever claims first. Claiming what is one's own changes nothing. */
export const mayClaim = ({ handling, assigneeId }: Handled, agentId: string): boolean =>
  handling !== "agent" || assigneeId === null || assigneeId === agentId;
