import { useSearchParams } from "wouter-preact";
import { useTeams } from "../teams/use-teams.ts";

/** Which team's conversations are shown, as the address says: a team's id, `none` for everybody's, `null` for all. */
export function useTeamFilter(): string | null {
  const [search] = useSearchParams();
  const { data: teams } = useTeams();
  const wanted = search.get("team");
  // A team that has been deleted meanwhile would show nothing for ever.
  return wanted === "none" || !teams || teams.some(({ id }) => id === wanted) ? wanted : null;
}
