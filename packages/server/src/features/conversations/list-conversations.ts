import type { Conversation, Page, PageQuery, TeamConversation, TeamConversationsQuery } from "@deskbell/contract";
import { and, asc, desc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { ContactActor, Context, TeamActor } from "../../context.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../../http/cursor.ts";
import { type Tx, transact } from "../../transact.ts";
import { presentConversation, presentTeamConversation } from "./present.ts";
import { type ConversationView, selectViews, visibleTo } from "./queries.ts";
import { conversations } from "./tables.ts";

/** A contact's own, the latest first. */
export const listConversations = (ctx: Context<ContactActor>, query: PageQuery): Promise<Page<Conversation>> =>
  transact(ctx, (tx) => listViews(tx, query, visibleTo(tx), "updatedAt", presentConversation));

/** The queue by waiting time, the others by the latest change. */
export const listTeamConversations = (
  ctx: Context<TeamActor>,
  { view = "all", contactId, ticketId, teamId, ...page }: TeamConversationsQuery,
): Promise<Page<TeamConversation>> =>
  transact(ctx, (tx) =>
    listViews(
      tx,
      page,
      and(
        inView(tx, view),
        contactId ? eq(conversations.contactId, contactId) : undefined,
        ticketId ? eq(conversations.ticketId, ticketId) : undefined,
        ofTeam(teamId),
      ),
      view === "queue" ? "queuedAt" : "updatedAt",
      presentTeamConversation,
    ),
  );

function ofTeam(teamId: TeamConversationsQuery["teamId"]): SQL | undefined {
  if (teamId === undefined) return undefined;
  return teamId === "none" ? isNull(conversations.teamId) : eq(conversations.teamId, teamId);
}

function inView(tx: Tx, view: NonNullable<TeamConversationsQuery["view"]>): SQL | undefined {
  switch (view) {
    case "queue":
      return eq(conversations.handling, "queue");
    case "mine":
      // An API key has none of its own.
      return and(
        ne(conversations.handling, "closed"),
        tx.actor.kind === "agent" ? eq(conversations.assigneeId, tx.actor.agentId) : sql`false`,
      );
    case "all":
      return ne(conversations.handling, "closed");
    case "closed":
      return eq(conversations.handling, "closed");
  }
}

async function listViews<Wire>(
  tx: Tx,
  { cursor, limit = 30 }: PageQuery,
  where: SQL | undefined,
  sort: "queuedAt" | "updatedAt",
  present: (view: ConversationView) => Wire,
): Promise<Page<Wire>> {
  const column = conversations[sort];
  const [direction, beyond] = sort === "queuedAt" ? [asc, sql`>`] : [desc, sql`<`];
  const from = cursor ? decodeCursor(cursor, "time") : null;
  const rows = await selectViews(tx)
    .where(
      and(
        where,
        from
          ? sql`(${column}, ${conversations.id}) ${beyond} (${from.sortValue}::timestamptz, ${from.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(direction(column), direction(conversations.id))
    .limit(limit + 1);
  return pageFrom(rows, limit, present, ({ conversation }) =>
    encodeCursor(conversation[sort]?.toISOString() ?? "", conversation.id),
  );
}
