import { asc, eq } from "drizzle-orm";
import { AppError, allow } from "../../app-error.ts";
import type { Context, Deps, TeamActor } from "../../context.ts";
import { hashToken } from "../../ids.ts";
import { lookUp } from "../../transact.ts";
import type { Auth } from "./auth.ts";
import { agents, apiKeys } from "./tables.ts";

/** Whose API key or sign-in cookie this is. `key` wins when both are there. */
export const authenticateTeam = (
  deps: Deps,
  auth: Auth,
  key: string | null,
  headers: Headers,
): Promise<Context<TeamActor>> => (key ? authenticateApiKey(deps, key) : authenticateAgent(deps, auth, headers));

async function authenticateApiKey(deps: Deps, key: string): Promise<Context<TeamActor>> {
  const [row] = await lookUp(deps, (db) =>
    db
      .select()
      .from(apiKeys)
      .where(eq(apiKeys.keyHash, hashToken(key))),
  );
  if (!row) throw new AppError("unauthenticated");
  const { workspaceId, id, name, role } = row;
  return { workspaceId, actor: { kind: "apiKey", apiKeyId: id, name, role }, deps };
}

async function authenticateAgent(deps: Deps, auth: Auth, headers: Headers): Promise<Context<TeamActor>> {
  const signedIn = await auth.api.getSession({ headers }).catch((error: unknown) => {
    // better-auth keeps its reason to itself, and all that it does here is ask the database.
    deps.log.error({ err: error }, "sign-in cookie");
    throw new AppError("unavailable");
  });
  if (!signedIn) throw new AppError("unauthenticated");
  const [row] = await lookUp(deps, (db) =>
    db.select().from(agents).where(eq(agents.userId, signedIn.user.id)).orderBy(asc(agents.id)).limit(1),
  );
  allow(row !== undefined, "forbidden");
  const { workspaceId, id, name, role } = row;
  const signIn = { id: signedIn.session.id, until: signedIn.session.expiresAt };
  return { workspaceId, actor: { kind: "agent", agentId: id, name, role, signIn }, deps };
}
