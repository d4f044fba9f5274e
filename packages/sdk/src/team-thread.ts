import type { TeamConversation } from "@deskbell/contract";
import { createThread, type ThreadSource } from "./thread.ts";
import type { TeamThread } from "./thread-state.ts";

export function createTeamThread(source: ThreadSource<TeamConversation>): TeamThread {
  const { askForPerson: _, reply: __, submit: ___, ...thread } = createThread<TeamConversation>(source);
  const view = (conversationId: string | null) => source.live.signal("viewing", { conversationId });
  view(source.lane);
  // The team forgets who views what when a socket goes.
  const stopViewing = source.live.onResync(() => view(source.lane));
  // Whoever opens it later has not heard that it is open here: tell each newcomer once.
  const known = new Set<string>();
  const stopGreeting = source.live.on("viewing", ({ agentId, conversationId }) => {
    if (conversationId !== source.lane) return void known.delete(agentId);
    if (known.has(agentId)) return;
    known.add(agentId);
    view(source.lane);
  });
  return {
    ...thread,
    close() {
      stopViewing();
      stopGreeting();
      view(null);
      thread.close();
    },
  };
}
