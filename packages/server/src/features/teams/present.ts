import type { Team, TeamRef } from "@deskbell/contract";
import { presentPublicAgent } from "../agents/index.ts";
import type { TeamRow, TeamView } from "./queries.ts";

export const presentTeamRef = ({ id, name }: Pick<TeamRow, "id" | "name">): TeamRef => ({ id, name });

export const presentTeam = ({ team, members }: TeamView): Team => ({
  ...presentTeamRef(team),
  members: members.map(presentPublicAgent),
  createdAt: team.createdAt.toISOString(),
  updatedAt: team.updatedAt.toISOString(),
});
