import type { ConversationView } from "@deskbell/sdk/agent";
import type { ComponentChild } from "preact";
import { useLocation } from "wouter-preact";
import { routes } from "../routes.ts";
import { useTeams } from "../teams/use-teams.ts";
import { text } from "../text/text.ts";
import { useCounts } from "./use-counts.ts";

interface TeamFilterProps {
  view: ConversationView;
  team: string | null;
  /** Without teams there is nothing to choose. */
  otherwise: ComponentChild;
}

/** Whose conversations are looked at. */
export function TeamFilter({ view, team, otherwise }: TeamFilterProps) {
  const [, navigate] = useLocation();
  const { data: teams = [] } = useTeams();
  const counts = useCounts();
  if (teams.length === 0) return otherwise;
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
