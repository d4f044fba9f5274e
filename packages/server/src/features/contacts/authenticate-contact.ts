import { AppError } from "../../app-error.ts";
import type { ContactActor, Context, Deps } from "../../context.ts";
import { hashToken } from "../../ids.ts";
import { lookUp } from "../../transact.ts";
import { findSessionByHash } from "./queries.ts";

/** Who a session token stands for. An unknown, forged or ended one is `session_expired`. */
export async function authenticateContact(deps: Deps, token: string | null): Promise<Context<ContactActor>> {
  if (!token) throw new AppError("unauthenticated");
  const session = await lookUp(deps, (db) => findSessionByHash(db, hashToken(token)));
  if (!session || session.expiresAt <= deps.now()) throw new AppError("session_expired");
  const { workspaceId, contactId, channelId, familyId } = session;
  return { workspaceId, actor: { kind: "contact", contactId, channelId, sessionId: familyId }, deps };
}
