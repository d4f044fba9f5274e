import type { AuthorKind, TimelineEntry } from "@deskbell/contract";
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

const authorKind = (kind: (typeof events.$inferSelect)["actorKind"]): AuthorKind => (kind === "apiKey" ? "bot" : kind);
