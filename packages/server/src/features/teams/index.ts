export { presentTeamRef } from "./present.ts";
export { findLockedTeam } from "./queries.ts";
