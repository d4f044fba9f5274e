import type { TeamConversation, ViewingSignal } from "@deskbell/contract";
import type { TeamResources } from "./team-resources.ts";
import { createThread, type ThreadSource } from "./thread.ts";
import type { TeamThread } from "./thread-state.ts";
import { changing } from "./to-thread.ts";

export function createTeamThread(
  source: ThreadSource<TeamConversation>,
  messages: Pick<TeamResources["messages"], "edit" | "delete">,
): TeamThread {
  const { begin: _, add, ...thread } = createThread<TeamConversation>(source);
  const view = (signal: ViewingSignal) => source.live.signal("viewing", signal);
  const arrive = () => view({ conversationId: source.lane, arrives: true });
  arrive();
  // The team forgets who views what when a socket goes.
  const stopViewing = source.live.onResync(arrive);
  // Who opens it later has not heard that it is open here. An answer to an answer would go on for ever.
  const stopGreeting = source.live.on("viewing", ({ conversationId, arrives }) => {
    if (arrives && conversationId === source.lane) view({ conversationId });
  });
  return {
    ...thread,
    ...changing(thread, source.live, messages),
    offer: (body, payload) => add("message", body, { payload }),
    addNote: (body) => add("note", body),
    close() {
      stopViewing();
      stopGreeting();
      view({ conversationId: null });
      thread.close();
    },
  };
}
