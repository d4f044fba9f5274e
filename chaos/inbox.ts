import { type AgentClient, type QueueCounts, type TeamConversation, withMessage } from "@deskbell/sdk/agent";

/** All that the team has open, kept as the console keeps it: read on every connect, and changed by what is heard. */
export interface Inbox {
  conversations(): readonly TeamConversation[];
  counts(): Pick<QueueCounts, "queue" | "all" | "version"> | null;
}

export function createInbox(client: AgentClient): Inbox {
  let rows = new Map<string, TeamConversation>();
  let counts: Pick<QueueCounts, "queue" | "all" | "version"> | null = null;
  /** What was heard while the list was being read may be fresher than the list. */
  let heard = new Map<string, TeamConversation>();

  function apply(conversation: TeamConversation): void {
    for (const known of [rows, heard]) {
      known.set(conversation.id, newer(known.get(conversation.id), conversation));
    }
  }

  let [reading, isStale] = [false, false];

  async function read(): Promise<void> {
    heard = new Map();
    [reading, isStale] = [true, false];
    const fresh = new Map<string, TeamConversation>();
    try {
      const counted = await client.conversations.counts();
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await client.conversations.list({ limit: 100, ...(cursor ? { cursor } : {}) });
        for (const row of page.data) fresh.set(row.id, row);
        cursor = page.nextCursor;
      }
      const meanwhile = [...heard.values()];
      rows = fresh;
      for (const row of meanwhile) apply(row);
      if (counted.version >= (counts?.version ?? 0)) counts = counted;
      reading = false;
      if (isStale) void read();
    } catch {
      setTimeout(() => client.connection.get() === "online" && void read(), 1000);
    }
  }

  client.connection.subscribe((state) => state === "online" && void read());
  client.on("conversation.updated", apply);
  client.on("message.created", (message) => {
    const row = rows.get(message.conversationId);
    if (row) apply(withMessage(row, message));
    // Of what is only being read.
    else if (reading) isStale = true;
  });
  client.on("read", ({ conversationId, reader, seq }) => {
    const row = rows.get(conversationId);
    const key = reader === "contact" ? "contactReadSeq" : "agentReadSeq";
    if (row && seq > row[key]) rows.set(row.id, { ...row, [key]: seq });
  });
  client.on("queue.updated", (updated) => {
    if (updated.version >= (counts?.version ?? 0)) counts = updated;
  });
  return {
    conversations: () => [...rows.values()].filter(({ handling }) => handling !== "closed"),
    counts: () => counts,
  };
}

function newer(known: TeamConversation | undefined, incoming: TeamConversation): TeamConversation {
  if (!known) return incoming;
  return {
    ...(Date.parse(incoming.updatedAt) < Date.parse(known.updatedAt) ? known : incoming),
    contactReadSeq: Math.max(known.contactReadSeq, incoming.contactReadSeq),
    agentReadSeq: Math.max(known.agentReadSeq, incoming.agentReadSeq),
  };
}
