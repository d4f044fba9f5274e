import type { Changes, PageQuery, TeamChanges } from "@deskbell/contract";
import { inArray, type SQL } from "drizzle-orm";
import type { ContactActor, Context, TeamActor } from "../../context.ts";
import { type Tx, transact } from "../../transact.ts";
import {
  type ConversationView,
  presentConversation,
  presentTeamConversation,
  selectViews,
  visibleConversations,
} from "../conversations/index.ts";
import { conversations } from "../conversations/tables.ts";
import {
  presentTeamTicket,
  presentTicket,
  selectTicketViews,
  type TicketView,
  visibleTickets,
} from "../tickets/index.ts";
import { tickets } from "../tickets/tables.ts";
import { type ChangeCursor, decodeChangeCursor, encodeChangeCursor, type Position } from "./cursor.ts";
import { type Changing, findHorizon, listChanged } from "./queries.ts";
import { endOf, oldestOf, type Snapshot, shortened } from "./snapshot.ts";

/** What a contact missed of their own conversations and tickets. */
export const listChanges = (ctx: Context<ContactActor>, query: PageQuery): Promise<Changes> =>
  transact(ctx, (tx) => readChanges(tx, query, tx.actor.contactId, presentConversation, presentTicket));

/** What the team missed of the workspace's. */
export const listTeamChanges = (ctx: Context<TeamActor>, query: PageQuery): Promise<TeamChanges> =>
  transact(ctx, (tx) => readChanges(tx, query, tx.workspaceId, presentTeamConversation, presentTeamTicket));

/** Nobody has read anything yet. */
const nothing: Snapshot = "3:3:";

async function readChanges<C, T>(
  tx: Tx,
  { cursor, limit = 30 }: PageQuery,
  reader: string,
  presentC: (view: ConversationView) => C,
  presentT: (view: TicketView) => T,
): Promise<Changes<C, T>> {
  const from = cursor ? decodeChangeCursor(cursor) : null;
  // First of all: a snapshot from before the reading can only make rows come again, never be missed.
  const { cluster, now: seen, changed } = await findHorizon(tx, from?.since ?? nothing);
  const now = shortened(seen);
  const through = (since: Snapshot) => encodeChangeCursor({ cluster, reader, since, page: null });
  const none = { conversations: [], tickets: [], hasMore: false };
  // A number that is yet to come is from before the database was set back.
  const isForeign =
    from?.cluster !== cluster || from.reader !== reader || BigInt(oldestOf(from.since)) > BigInt(endOf(now));
  if (isForeign) return { ...none, cursor: through(now), resync: true };
  if (!changed) return { ...none, cursor: through(now), resync: false };

  const page = from.page ?? { next: now, until: endOf(now), conversations: null, tickets: null };
  const choose = async (table: Changing, visible: SQL | undefined, position: Position) => {
    if (position === "end") return { ids: [], position };
    const range = { since: from.since, until: page.until, from: position, limit: limit + 1 };
    const rows = await listChanged(tx, table, visible, range);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const reached: Position = rows.length > limit && last ? [last.changedIn, last.id] : "end";
    return { ids: shown.map(({ id }) => id), position: reached };
  };
  const readC = await choose(conversations, visibleConversations(tx), page.conversations);
  const readT = await choose(tickets, visibleTickets(tx), page.tickets);
  const viewsC = await selectViews(tx).where(inArray(conversations.id, readC.ids));
  const viewsT = await selectTicketViews(tx).where(inArray(tickets.id, readT.ids));
  const hasMore = readC.position !== "end" || readT.position !== "end";
  const further: ChangeCursor = {
    ...from,
    page: { ...page, conversations: readC.position, tickets: readT.position },
  };
  return {
    conversations: inOrder(readC.ids, viewsC, ({ conversation }) => conversation.id).map(presentC),
    tickets: inOrder(readT.ids, viewsT, ({ ticket }) => ticket.id).map(presentT),
    cursor: hasMore ? encodeChangeCursor(further) : through(page.next),
    hasMore,
    resync: false,
  };
}

function inOrder<V>(ids: string[], views: V[], idOf: (view: V) => string): V[] {
  const byId = new Map(views.map((view) => [idOf(view), view]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
