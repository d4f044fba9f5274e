import type {
  Attachment,
  Conversation,
  MessagesPage,
  MessagesQuery,
  TeamConversation,
  Typing,
} from "@deskbell/contract";
import { type DeskbellError, toDeskbellError } from "./deskbell-error.ts";
import { newerConversation, withChange, withMessage, withRead } from "./freshness.ts";
import { isNewLane, newLaneClientId } from "./lane.ts";
import type { Live } from "./live.ts";
import type { Notes } from "./notes.ts";
import { createCell } from "./observable.ts";
import type { Outbox } from "./outbox.ts";
import type { OutboxItem } from "./outbox-store.ts";
import { createHistory } from "./thread-history.ts";
import type { Opening, ThreadState } from "./thread-state.ts";
import { hasOlder, toItem, withPending } from "./timeline.ts";
import { createTypingSender, createTypingWatch } from "./typing.ts";
import { createUntilQuiet } from "./until-quiet.ts";

/** What a thread stands on; the contact's and the team's differ in nothing else. */
export interface ThreadSource<C extends Conversation | TeamConversation> {
  /** A conversation's id, or the lane of one that does not exist yet. */
  lane: string;
  reader: "contact" | "team";
  outbox: Outbox;
  live: Live<C>;
  getConversation(id: string): Promise<C>;
  listMessages(id: string, query: MessagesQuery): Promise<MessagesPage>;
  /** Absent where there are none to see. */
  notes?: Notes;
  markRead(id: string, seq: number): Promise<C>;
  /** Messages up to `seq` were fetched, the last one not by this side. */
  received(id: string, seq: number): void;
  /** Whether it is the asking side that writes. */
  isSelf(author: Typing["author"]): boolean;
  report(error: DeskbellError): void;
}

/** The live thread, for either side. */
export function createThread<C extends Conversation | TeamConversation>(source: ThreadSource<C>) {
  const { outbox, live } = source;
  /** Where what is typed goes, and every lane it ever went to. */
  let lane = source.lane;
  let lanes = new Set([lane]);
  let closed = false;
  /** Read here: shown at once, and told to the server until it knows. */
  let markedSeq = 0;
  let opening: Opening = {};
  /** Told before the conversation itself has been read. */
  let early: ((conversation: C) => C)[] = [];

  const state = createCell<ThreadState<C>>({
    conversationId: isNewLane(lane) ? null : lane,
    conversation: null,
    status: isNewLane(lane) ? "ready" : "loading",
    error: null,
    items: outbox.pending(lanes),
    hasOlder: false,
    loadingOlder: false,
    typing: null,
    draft: null,
  });

  const id = () => state.get().conversationId;
  const set = (changes: Partial<ThreadState<C>>) => {
    if (!closed) state.set({ ...state.get(), ...changes });
  };
  const draw = (changes: Partial<ThreadState<C>> = {}) =>
    set({
      ...changes,
      items: withPending(
        source.notes?.weave(history.messages()) ?? history.messages().map(toItem),
        outbox.pending(lanes),
      ),
      hasOlder: hasOlder(history.messages()),
    });

  const isWanted = (asked: string) => !closed && asked === id();
  const history = createHistory(
    {
      async list(asked, query) {
        const page = await source.listMessages(asked, query);
        return isWanted(asked) ? page : null;
      },
      onHeard(incoming, isChange) {
        const { conversation, draft } = state.get();
        if (!isChange) outbox.acknowledge(new Set(incoming.map((message) => message.clientId)));
        const isAnswered = !isChange && incoming.some((message) => message.author.kind !== "contact");
        draw({
          conversation: conversation && incoming.reduce(isChange ? withChange<C> : withMessage<C>, conversation),
          draft: isAnswered ? null : draft,
        });
      },
    },
    isNewLane(lane),
  );
  const marks = createUntilQuiet(
    async () => {
      const asked = id();
      if (asked && markedSeq > 0 && !closed) live.applyConversation(await source.markRead(asked, markedSeq));
    },
    (error, isFirst) => isFirst && source.report(error),
  );

  function hearConversation(incoming: C): void {
    // It may be from before what was heard while it was being fetched.
    const latest = early.reduce((known, move) => move(known), newerConversation(state.get().conversation, incoming));
    early = [];
    const conversation = history.messages().reduce(withMessage<C>, latest);
    set({ conversation, ...(conversation.handling === "bot" ? {} : { draft: null }) });
  }

  const isBehind = (): boolean => history.isBehind(state.get().conversation);

  const looks = createUntilQuiet(
    async () => {
      const asked = id();
      if (closed || !asked) return;
      try {
        await fetchMissing(asked);
        if (isWanted(asked)) draw({ status: "ready", error: null });
      } catch (thrown) {
        if (isWanted(asked)) throw thrown;
      }
    },
    (error) => {
      if (error.code === "not_found") forget(false);
      draw({ error, ...(history.isLoaded() ? {} : { status: "error" }) });
    },
  );

  /** Fetches what is missing. */
  const sync = (): Promise<void> => (closed || !id() ? Promise.resolve() : looks.run());

  async function fetchMissing(asked: string): Promise<void> {
    const [conversation, hearNotes] = await Promise.all([
      source.getConversation(asked),
      source.notes?.fetch(asked),
      history.fetch(asked),
    ]);
    if (!isWanted(asked)) return;
    hearNotes?.();
    hearConversation(conversation);
    if (isBehind()) await history.fetch(asked);
    const last = history.messages().at(-1);
    if (last && (last.author.kind === "contact") === (source.reader === "team")) source.received(asked, last.seq);
  }

  function follow(to: string): void {
    lane = to;
    lanes.add(to);
    if (isNewLane(to)) startOver(to);
    else if (id() !== to) {
      set({ conversationId: to });
      void sync();
    }
  }

  /** The conversation went with its session; what was unsent starts another one. */
  function startOver(to: string): void {
    lanes = new Set([to]);
    forget(true);
    draw({ conversationId: null, status: "ready", error: null });
  }

  function forget(isNew: boolean): void {
    history.forget(isNew);
    source.notes?.forget();
    markedSeq = 0;
    early = [];
    typingWatch.stop();
    set({ conversation: null, draft: null });
  }

  const typingWatch = createTypingWatch((typing) => set({ typing }));
  const typingSender = createTypingSender((typing) => {
    const conversationId = id();
    if (conversationId) live.signal("typing", { conversationId, typing });
  });

  const stops = [
    outbox.watch(),
    outbox.on("changed", () => draw()),
    outbox.on("moved", ({ from, to }) => {
      if (from === lane) follow(to);
    }),
    live.onResync((changed) => {
      // What was being written may have been finished or dropped unheard; if not, it is soon told again.
      typingWatch.stop();
      set({ draft: null });
      const { conversationId, conversation, error } = state.get();
      // A place changes by what others do: no change of the conversation tells of it.
      const waits = conversation?.handling === "queue" && "queue" in conversation;
      if (!changed || !history.isLoaded() || error || waits || (conversationId && changed.has(conversationId)))
        void sync();
    }),
    live.on("message.created", (message) => {
      if (message.conversationId !== id()) return;
      if (message.author.id) typingWatch.stop(message.author.id);
      history.hear([message]);
      if (isBehind()) void sync();
    }),
    live.on("message.updated", (message) => {
      if (message.conversationId !== id() || !history.isLoaded()) return;
      history.hearChanges([message]);
      if (isBehind()) void sync();
    }),
    live.on("conversation.updated", (conversation) => {
      // Another page of the site has started the conversation that waited here.
      if (isNewLane(lane) && conversation.clientId === newLaneClientId(lane) && !outbox.has(lane))
        follow(conversation.id);
      if (conversation.id !== id()) return;
      hearConversation(conversation);
      if (isBehind()) void sync();
    }),
    live.onMove(({ id: moved, move }) => {
      if (moved !== id()) return;
      const { conversation } = state.get();
      const next = conversation && move(conversation);
      if (!next) early.push(move);
      else if (next !== conversation) set({ conversation: next });
    }),
    live.on("typing", (typing) => {
      if (typing.conversationId === id() && !source.isSelf(typing.author)) typingWatch.hear(typing);
    }),
    live.on("bot.delta", ({ conversationId, text }) => {
      if (conversationId === id()) set({ draft: text });
    }),
  ];
  if (id()) void sync();

  function add(of: "message" | "note", body: string, extra: Pick<OutboxItem, "payload" | "attachments"> = {}): void {
    if (closed || (body.trim() === "" && !extra.attachments)) return;
    typingSender.stop();
    outbox.add({ lane, of, body, handoff: false, ...(isNewLane(lane) && opening), ...extra });
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    add,
    draw,
    send: (body: string, attachments: readonly Attachment[] = []) =>
      add("message", body, attachments.length > 0 ? { attachments } : {}),
    begin(more: Opening): void {
      opening = { ...opening, ...more };
    },
    retry: (clientId: string) => outbox.again((item) => item.clientId === clientId),
    discard: outbox.discard,
    reload: sync,
    setTyping: typingSender.set,
    async loadOlder(): Promise<void> {
      const asked = id();
      if (!asked || !state.get().hasOlder || state.get().loadingOlder) return;
      set({ loadingOlder: true });
      try {
        await history.fetchOlder(asked);
        set({ error: null });
      } catch (thrown) {
        set({ error: toDeskbellError(thrown) });
      } finally {
        set({ loadingOlder: false });
      }
    },
    read(): void {
      const asked = id();
      const { conversation } = state.get();
      const seq = history.reached();
      const known = conversation?.[source.reader === "contact" ? "contactReadSeq" : "agentReadSeq"] ?? 0;
      if (!asked || seq <= Math.max(markedSeq, known)) return;
      markedSeq = seq;
      if (conversation) set({ conversation: withRead(conversation, source.reader, seq) });
      void marks.run();
    },
    close(): void {
      typingSender.stop();
      typingWatch.stop();
      closed = true;
      looks.stop();
      marks.stop();
      for (const stop of stops) stop();
    },
  };
}
