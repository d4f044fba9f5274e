import type { Team } from "@deskbell/sdk/agent";
import { heard } from "../heard.ts";
import { patchConversations } from "../inbox/conversation-cache.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";

/** A team from an event or an answer, in the list and wherever a conversation shows it. An older state changes nothing. */
export const applyTeam = heard((team: Team): void => {
  const { id, name } = team;
  const known = queryClient.getQueryData<Team[]>(keys.teams)?.find((other) => other.id === id);
  if (known && known.updatedAt > team.updatedAt) return;
  queryClient.setQueryData<Team[]>(
    keys.teams,
    (teams) =>
      teams && [...teams.filter((other) => other.id !== id), team].toSorted((a, b) => a.name.localeCompare(b.name)),
  );
  patchConversations((conversation) =>
    conversation.team?.id === id ? { ...conversation, team: { id, name } } : conversation,
  );
});

export const forgetTeam = heard((id: string): void => {
  queryClient.setQueryData<Team[]>(keys.teams, (teams) => teams?.filter((team) => team.id !== id));
  patchConversations((conversation) => (conversation.team?.id === id ? { ...conversation, team: null } : conversation));
});
