import {
  type AgentClient,
  newerConversation,
  type QueueCounts,
  type TeamConversation,
  withMessage,
  withRead,
} from "@deskbell/sdk/agent";

/** All that the team has open, kept as the console keeps it: read on every connect, and changed by what is heard. */
export interface Inbox {
  conversations(): readonly TeamConversation[];
  counts(): Pick<QueueCounts, "queue" | "all" | "version"> | null;
}

type Fact = () => void;

export function createInbox(client: AgentClient): Inbox {
  let rows = new Map<string, TeamConversation>();
  let counts: Pick<QueueCounts, "queue" | "all" | "version"> | null = null;
  /** What is heard while the list is being read, by each reading, may be fresher than the list. */
  const readings = new Set<Fact[]>();

  function hear(fact: Fact): void {
    for (const heard of readings) heard.push(fact);
    fact();
  }

  function change(id: string, patch: (row: TeamConversation) => TeamConversation): void {
    const row = rows.get(id);
    if (row) rows.set(id, patch(row));
  }

  async function read(): Promise<void> {
    const heard: Fact[] = [];
    readings.add(heard);
    const fresh = new Map<string, TeamConversation>();
    try {
      const counted = await client.conversations.counts();
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await client.conversations.list({ limit: 100, ...(cursor ? { cursor } : {}) });
        for (const row of page.data) fresh.set(row.id, row);
        cursor = page.nextCursor;
      }
      rows = fresh;
      for (const fact of heard) fact();
      if (counted.version >= (counts?.version ?? 0)) counts = counted;
    } catch {
      setTimeout(() => client.connection.get() === "online" && void read(), 1000);
    }
    readings.delete(heard);
  }

  client.connection.subscribe((state) => state === "online" && void read());
  client.on("conversation.updated", (conversation) =>
    hear(() => rows.set(conversation.id, newerConversation(rows.get(conversation.id), conversation))),
  );
  client.on("message.created", (message) =>
    hear(() => change(message.conversationId, (row) => withMessage(row, message))),
  );
  client.on("read", ({ conversationId, reader, seq }) =>
    hear(() => change(conversationId, (row) => withRead(row, reader, seq))),
  );
  client.on("queue.updated", (updated) => {
    if (updated.version >= (counts?.version ?? 0)) counts = updated;
  });
  return {
    conversations: () => [...rows.values()].filter(({ handling }) => handling !== "closed"),
    counts: () => counts,
  };
}
