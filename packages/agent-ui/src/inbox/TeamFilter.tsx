import type { ConversationView } from "@deskbell/sdk/agent";
import { useLocation } from "wouter-preact";
import { routes } from "../routes.ts";
import { useTeams } from "../teams/use-teams.ts";
import { text } from "../text/text.ts";
import { useCounts } from "./use-counts.ts";

/** Whose queue is looked at. Without teams there is nothing to choose. */
export function TeamFilter({ view, team }: { view: ConversationView; team: string | null }) {
  const [, navigate] = useLocation();
  const { data: teams = [] } = useTeams();
  const counts = useCounts();
  if (teams.length === 0) return null;
  const words = text.inbox.teams;
  const named = (name: string, waiting: number | undefined) => (waiting ? words.waiting(name, waiting) : name);
  return (
    <select
      class="select inbox-team"
      aria-label={words.label}
      value={team ?? ""}
      onChange={(event) => navigate(routes.inbox(view, undefined, event.currentTarget.value || null))}
    >
      <option value="">{words.all}</option>
      <option value="none">{named(words.none, counts && countOfNone(counts))}</option>
      {teams.map(({ id, name }) => (
        <option key={id} value={id}>
          {named(name, counts?.teams[id])}
        </option>
      ))}
    </select>
  );
}

/** How many wait in everybody's queue. */
export const countOfNone = ({ queue, teams }: { queue: number; teams: Record<string, number> }): number =>
  queue - Object.values(teams).reduce((sum, count) => sum + count, 0);
