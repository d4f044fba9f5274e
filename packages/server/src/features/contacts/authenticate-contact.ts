import { AppError, allow } from "../../app-error.ts";
import type { ContactActor, Context, Deps } from "../../context.ts";
import { hashToken } from "../../ids.ts";
import { lookUp } from "../../transact.ts";
import { findSessionByHash } from "./queries.ts";

/** Who a session token stands for. An unknown, forged or ended one is `session_expired`; who is kept out is `blocked`. */
export async function authenticateContact(
  deps: Deps,
  token: string | null,
  address: string,
): Promise<Context<ContactActor>> {
  if (!token) throw new AppError("unauthenticated");
  const session = await lookUp(deps, (db) => findSessionByHash(db, hashToken(token), address));
  if (!session || session.expiresAt <= deps.now()) throw new AppError("session_expired");
  allow(!session.isBlocked, "blocked");
  const { workspaceId, contactId, channelId, familyId } = session;
  return { workspaceId, actor: { kind: "contact", contactId, channelId, sessionId: familyId }, deps };
}
