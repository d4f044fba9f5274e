import type {
  Page,
  PageQuery,
  TeamTicket,
  TeamTicketsQuery,
  Ticket,
  TicketStep,
  TimelineEntry,
} from "@deskbell/contract";
import { and, asc, desc, eq, gt, ilike, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { ContactActor, Context, TeamActor } from "../../context.ts";
import { events } from "../../db/events.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../../http/cursor.ts";
import { type Tx, transact } from "../../transact.ts";
import { presentTeamTicket, presentTicket } from "./present.ts";
import { presentTicketStep, presentTimelineEntry } from "./present-timeline.ts";
import { getTicketView, selectTicketViews, type TicketView, ticketsVisibleTo } from "./queries.ts";
import { tickets } from "./tables.ts";

/** A contact's own, the latest change first. */
export const listTickets = (ctx: Context<ContactActor>, query: PageQuery): Promise<Page<Ticket>> =>
  transact(ctx, (tx) => listViews(tx, query, ticketsVisibleTo(tx), presentTicket));

export const listTeamTickets = (
  ctx: Context<TeamActor>,
  { view = "open", contactId, q, ...page }: TeamTicketsQuery,
): Promise<Page<TeamTicket>> =>
  transact(ctx, (tx) =>
    listViews(
      tx,
      page,
      and(inView(tx, view), contactId ? eq(tickets.contactId, contactId) : undefined, q ? matches(q) : undefined),
      presentTeamTicket,
    ),
  );

/** What happened to a ticket, oldest first. */
export const listTimeline = (
  ctx: Context<TeamActor>,
  id: string,
  { cursor, limit = 30 }: PageQuery,
): Promise<Page<TimelineEntry>> =>
  transact(ctx, async (tx) => {
    await getTicketView(tx, { id });
    const from = cursor ? decodeCursor(cursor, "time") : null;
    const rows = await tx.db
      .select()
      .from(events)
      .where(and(eq(events.ticketId, id), from ? gt(events.id, from.id) : undefined))
      .orderBy(asc(events.id))
      .limit(limit + 1);
    return pageFrom(rows, limit, presentTimelineEntry, (row) => encodeCursor(row.createdAt.toISOString(), row.id));
  });

/** The way that a contact's ticket has gone, the latest step first: only what concerns them. */
export const listTicketSteps = (
  ctx: Context<ContactActor>,
  publicId: string,
  { cursor, limit = 30 }: PageQuery,
): Promise<Page<TicketStep>> =>
  transact(ctx, async (tx) => {
    const { ticket } = await getTicketView(tx, { publicId });
    const from = cursor ? decodeCursor(cursor, "time") : null;
    const rows = await tx.db
      .select()
      .from(events)
      .where(and(eq(events.ticketId, ticket.id), isStep, from ? lt(events.id, from.id) : undefined))
      .orderBy(desc(events.id))
      .limit(limit + 1);
    return pageFrom(rows, limit, presentTicketStep, (row) => encodeCursor(row.createdAt.toISOString(), row.id));
  });

const isStep = or(
  eq(events.type, "ticket.created"),
  and(
    eq(events.type, "ticket.updated"),
    sql`(${events.data} #> '{changes,status}' is not null or ${events.data} #>> '{changes,assignee,to}' is not null)`,
  ),
);

const unfinished = inArray(tickets.status, ["open", "in_progress", "pending_contact", "on_hold"]);

function inView(tx: Tx, view: NonNullable<TeamTicketsQuery["view"]>): SQL | undefined {
  switch (view) {
    case "open":
      return unfinished;
    case "mine":
      // An API key has none of its own.
      return and(unfinished, tx.actor.kind === "agent" ? eq(tickets.assigneeId, tx.actor.agentId) : sql`false`);
    case "unassigned":
      return and(unfinished, isNull(tickets.assigneeId));
    case "resolved":
      return inArray(tickets.status, ["resolved", "closed", "cancelled"]);
    case "all":
      return undefined;
  }
}

function matches(q: string): SQL | undefined {
  const number = /^#?(\d{1,9})$/.exec(q)?.[1];
  const words = q.split(/\s+/).filter(Boolean);
  return or(
    number ? eq(tickets.number, Number(number)) : undefined,
    and(...words.map((word) => ilike(tickets.subject, `%${word.replace(/[\\%_]/g, "\\$&")}%`))),
  );
}

async function listViews<Wire>(
  tx: Tx,
  { cursor, limit = 30 }: PageQuery,
  where: SQL | undefined,
  present: (view: TicketView) => Wire,
): Promise<Page<Wire>> {
  const from = cursor ? decodeCursor(cursor, "time") : null;
  const rows = await selectTicketViews(tx)
    .where(
      and(
        where,
        from
          ? sql`(${tickets.updatedAt}, ${tickets.id}) < (${from.sortValue}::timestamptz, ${from.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(tickets.updatedAt), desc(tickets.id))
    .limit(limit + 1);
  return pageFrom(rows, limit, present, ({ ticket }) => encodeCursor(ticket.updatedAt.toISOString(), ticket.id));
}
