import type { TeamConversation } from "@deskbell/contract";
import { createThread, type ThreadSource } from "./thread.ts";
import type { TeamThread } from "./thread-state.ts";

export function createTeamThread(source: ThreadSource<TeamConversation>): TeamThread {
  const { askForPerson: _, ...thread } = createThread<TeamConversation>(source);
  const view = (conversationId: string | null) => source.live.signal("viewing", { conversationId });
  view(source.lane);
  // The team forgets who views what when a socket goes.
  const stopViewing = source.live.onResync(() => view(source.lane));
  return {
    ...thread,
    close() {
      stopViewing();
      view(null);
      thread.close();
    },
  };
}
