export { changeContact } from "./change-contact.ts";
export { presentTeamContact } from "./present.ts";
export { getContact, holdContact, holdContactAlone } from "./queries.ts";
