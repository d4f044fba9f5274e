export { changeContact } from "./change-contact.ts";
export { type ContactRow, presentTeamContact } from "./present.ts";
export { getContact, holdContact, holdContactAlone } from "./queries.ts";
