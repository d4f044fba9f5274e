import { z } from "zod";
import type { Changes, TeamChanges } from "./changes.ts";
import { conversationSchema, teamConversationSchema } from "./conversation.schema.ts";
import { exactly } from "./exactly.ts";
import { teamTicketSchema, ticketSchema } from "./ticket.schema.ts";

const shape = { cursor: z.string(), hasMore: z.boolean(), resync: z.boolean() };

export const changesSchema = exactly<Changes>()(
  z
    .object({ conversations: z.array(conversationSchema), tickets: z.array(ticketSchema), ...shape })
    .meta({ id: "Changes" }),
);
export const teamChangesSchema = exactly<TeamChanges>()(
  z
    .object({ conversations: z.array(teamConversationSchema), tickets: z.array(teamTicketSchema), ...shape })
    .meta({ id: "TeamChanges" }),
);
