import { pgRole } from "drizzle-orm/pg-core";

/** What every transaction of a workspace runs as: sees the rows of its workspace, nothing else. */
export const appRole = pgRole("deskbell_app").existing();
/** What looks things up before the workspace is known: a channel by its key, a session by its token. */
export const lookupRole = pgRole("deskbell_lookup").existing();
