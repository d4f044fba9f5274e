import type { Conversation, Message, MessagesPage, MessagesQuery } from "@deskbell/contract";
import { contiguousSeq, mergeMessages } from "./timeline.ts";

interface HistoryConfig {
  /** `null`: this conversation is no longer on the screen. */
  list(id: string, query: MessagesQuery): Promise<MessagesPage | null>;
  /** Messages that are new, or that were edited or deleted. */
  onHeard(incoming: readonly Message[], isChange: boolean): void;
}

/** What of a conversation is here, and how the rest is fetched. */
export function createHistory({ list, onHeard }: HistoryConfig, isNew: boolean) {
  let messages: readonly Message[] = [];
  /** Every edit and deletion up to this one shows in `messages`. */
  let changesSeen = 0;
  let loaded = isNew;
  /** The oldest `seq` that was asked for: a message heard after it may have left others behind. */
  let first = 1;

  /** Up to here nothing is missing. */
  const reached = (): number => contiguousSeq(messages, first);

  function hear(incoming: readonly Message[]): void {
    messages = mergeMessages(messages, incoming);
    onHeard(incoming, false);
  }

  function hearChanges(incoming: readonly Message[]): void {
    // What is further back than what is loaded comes as it then stands.
    const oldest = messages[0]?.seq ?? Number.POSITIVE_INFINITY;
    messages = mergeMessages(
      messages,
      incoming.filter(({ seq }) => seq >= oldest),
    );
    for (const { changeSeq } of incoming) if (changeSeq === changesSeen + 1) changesSeen = changeSeq;
    onHeard(incoming, true);
  }

  async function fetchNewest(id: string): Promise<void> {
    const page = await list(id, {});
    if (!page) return;
    loaded = true;
    first = page.data[0]?.seq ?? 1;
    changesSeen = page.lastChangeSeq;
    hear(page.data);
  }

  async function fetchNewer(id: string): Promise<void> {
    for (;;) {
      const after = reached();
      const page = await list(id, { after, limit: 200 });
      if (!page) return;
      hear(page.data);
      if (page.nextCursor !== null && reached() !== after) continue;
      return changesSeen < page.lastChangeSeq ? fetchChanges(id) : undefined;
    }
  }

  async function fetchChanges(id: string): Promise<void> {
    for (;;) {
      const page = await list(id, { changedAfter: changesSeen, limit: 200 });
      if (!page) return;
      hearChanges(page.data);
      const { nextCursor } = page;
      changesSeen = Math.max(changesSeen, nextCursor === null ? page.lastChangeSeq : Number(nextCursor));
      if (nextCursor === null) return;
    }
  }

  return {
    messages: () => messages,
    isLoaded: () => loaded,
    reached,
    hear,
    hearChanges,
    /** Whether something is missing of what the conversation is known to have. */
    isBehind(conversation: Pick<Conversation, "lastSeq" | "lastChangeSeq"> | null): boolean {
      const last = Math.max(conversation?.lastSeq ?? 0, messages.at(-1)?.seq ?? 0);
      return loaded && (reached() < last || changesSeen < (conversation?.lastChangeSeq ?? 0));
    },
    /** The newest page, or all that is missing since. */
    fetch: (id: string) => (loaded ? fetchNewer(id) : fetchNewest(id)),
    async fetchOlder(id: string): Promise<void> {
      const page = await list(id, { before: messages[0]?.seq ?? 1 });
      if (!page) return;
      first = page.data[0]?.seq ?? first;
      hear(page.data);
    },
    forget(isNew: boolean): void {
      messages = [];
      first = 1;
      changesSeen = 0;
      loaded = isNew;
    },
  };
}
