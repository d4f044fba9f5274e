export { presentTeamContact } from "./present.ts";
export { getContact } from "./queries.ts";
