import type { Note, TeamConversation, ViewingSignal } from "@deskbell/contract";
import { createNotes } from "./notes.ts";
import type { TeamResources } from "./team-resources.ts";
import { createThread, type ThreadSource } from "./thread.ts";
import type { TeamThread } from "./thread-state.ts";
import { changing } from "./to-thread.ts";

interface TeamThreadConfig extends Omit<ThreadSource<TeamConversation>, "notes"> {
  messages: Pick<TeamResources["messages"], "edit" | "delete">;
  /** All notes of a conversation. */
  listNotes(id: string): Promise<Note[]>;
}

export function createTeamThread({ messages, listNotes, ...source }: TeamThreadConfig): TeamThread {
  const notes = createNotes(listNotes);
  const { begin: _, add, draw, ...thread } = createThread<TeamConversation>({ ...source, notes });
  const view = (signal: ViewingSignal) => source.live.signal("viewing", signal);
  const arrive = () => view({ conversationId: source.lane, arrives: true });
  arrive();
  // The team forgets who views what when a socket goes.
  const stopViewing = source.live.onResync(arrive);
  // Who opens it later has not heard that it is open here. An answer to an answer would go on for ever.
  const stopGreeting = source.live.on("viewing", ({ conversationId, arrives }) => {
    if (arrives && conversationId === source.lane) view({ conversationId });
  });
  const stopNotes = source.live.on("note.created", (note) => {
    if (note.conversationId !== thread.get().conversationId) return;
    notes.hear([note]);
    source.outbox.acknowledge(new Set([note.clientId]));
    draw();
  });
  return {
    ...thread,
    ...changing(thread, source.live, messages),
    offer: (body, payload) => add("message", body, { payload }),
    addNote: (body) => add("note", body),
    close() {
      stopNotes();
      stopViewing();
      stopGreeting();
      view({ conversationId: null });
      thread.close();
    },
  };
}
