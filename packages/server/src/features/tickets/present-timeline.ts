import { type AuthorKind, type TicketStep, type TimelineEntry, ticketStatuses } from "@deskbell/contract";
import { z } from "zod";
import type { events } from "../../db/events.ts";

const change = z.object({ from: z.string().nullable(), to: z.string().nullable() });
const data = z.object({ changes: z.record(z.string(), change).catch({}).default({}) });

/** A row of the log as a line of a ticket's history. */
export const presentTimelineEntry = (row: typeof events.$inferSelect): TimelineEntry => ({
  id: row.id,
  type: row.type,
  actor: {
    kind: authorKind(row.actorKind),
    id: row.actorKind === "agent" ? row.actorId : null,
    name: row.actorName,
    avatarUrl: null,
  },
  changes: data.parse(row.data).changes,
  createdAt: row.createdAt.toISOString(),
});

/** The same row for its contact: where the ticket then stood and who had it, and nothing else of it. */
export function presentTicketStep({ id, type, data: recorded, createdAt }: typeof events.$inferSelect): TicketStep {
  const { status, assignee } = data.parse(recorded).changes;
  const isNew = type === "ticket.created";
  const now = isNew ? "open" : (ticketStatuses.find((each) => each === status?.to) ?? null);
  const isReopened = status?.from === "resolved" && now === "open";
  return {
    id,
    kind: isNew ? "created" : isReopened ? "reopened" : now ? "status_changed" : "assigned",
    status: now,
    assignee: assignee?.to ?? null,
    createdAt: createdAt.toISOString(),
  };
}

const authorKind = (kind: (typeof events.$inferSelect)["actorKind"]): AuthorKind => (kind === "apiKey" ? "bot" : kind);
