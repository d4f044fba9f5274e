import type { Session, StartSession } from "@deskbell/contract";
import { and, eq, gt, lt, lte } from "drizzle-orm";
import { AppError, allow } from "../../app-error.ts";
import type { Deps } from "../../context.ts";
import { hashToken, newId, newToken } from "../../ids.ts";
import { lookUp, type Tx, transact } from "../../transact.ts";
import { isBlocked } from "../blocks/index.ts";
import { type ChannelRow, findChannelByKey, mayEmbed, presentChannel } from "../channels/index.ts";
import { identifyContact } from "./identify-contact.ts";
import { type ContactRow, presentContact } from "./present.ts";
import { findSessionByHash, getContact, type SessionRow } from "./queries.ts";
import { contacts, sessions } from "./tables.ts";
import { verifyIdentity } from "./verify-identity.ts";

/** A session ends when it was not used for this long. */
const idleDays = 90;
/** How long a token works on once its successor has come back: another tab may be using it right now. */
const graceMs = 60_000;

/** Where a session is started from. */
interface Asking {
  /** The page. */
  origin: string | undefined;
  address: string;
  /** Asked before somebody new is stored; throws when there are too many. */
  mayBeNew(): Promise<void>;
}

/** Resumes the token's contact, goes on as who the identity proves, or starts anew as somebody nobody knows. */
export async function startSession(
  deps: Deps,
  { channelKey, token, identity }: StartSession,
  { origin, address, mayBeNew }: Asking,
): Promise<Session> {
  const { channel, found, isOut } = await lookUp(deps, async (db) => {
    const channel = await findChannelByKey(db, channelKey);
    return {
      channel,
      found: token ? await findSessionByHash(db, hashToken(token), address) : null,
      isOut: channel && (await isBlocked(db, { workspaceId: channel.workspaceId, contactId: null, address })),
    };
  });
  if (!channel) throw new AppError("channel_not_found");
  allow(mayEmbed(channel.allowedDomains, origin), "domain_not_allowed");
  if (identity) allow(channel.identityMode !== "off", "identity_off");
  const resumable = found?.channelId === channel.id && found.expiresAt > deps.now() ? found : null;
  allow(!isOut && !resumable?.isBlocked, "blocked");
  if (!resumable) await mayBeNew();
  return transact({ workspaceId: channel.workspaceId, actor: { kind: "system" }, deps }, async (tx) => {
    const { contact, previous } = identity
      ? await identifyContact(tx, await verifyIdentity(tx, channel, identity), resumable)
      : await recognizeContact(tx, channel, resumable);
    const blocked = await isBlocked(tx.db, { workspaceId: tx.workspaceId, contactId: contact.id, address });
    allow(!blocked, "blocked");
    const issued = await issueToken(tx, channel, contact, previous === "same" ? resumable : null);
    return { token: issued, previous, contact: presentContact(contact), channel: presentChannel(channel, deps) };
  });
}

/** Without a proof: who they were, or somebody nobody knows. */
async function recognizeContact(
  tx: Tx,
  channel: ChannelRow,
  before: SessionRow | null,
): Promise<{ contact: ContactRow; previous: "none" | "same" }> {
  if (before) {
    const contact = await getContact(tx, before.contactId);
    allow(channel.identityMode !== "required" || contact.verified !== null, "identity_required");
    await tx.db.update(contacts).set({ lastSeenAt: tx.now }).where(eq(contacts.id, contact.id));
    return { contact, previous: "same" };
  }
  allow(channel.identityMode !== "required", "identity_required");
  const [contact] = await tx.db
    .insert(contacts)
    .values({ workspaceId: tx.workspaceId, attributes: {}, lastSeenAt: tx.now, createdAt: tx.now })
    .returning();
  if (!contact) throw new Error("The database returned no row for an inserted contact");
  await tx.record("contact.created", { contactId: contact.id });
  return { contact, previous: "none" };
}

/** A new token, in the family of the one that was resumed. That one goes on: this answer may be lost. Those before it soon expire. */
async function issueToken(
  tx: Tx,
  channel: ChannelRow,
  contact: ContactRow,
  before: SessionRow | null,
): Promise<string> {
  const token = newToken("ds_");
  const familyId = before?.familyId ?? newId();
  const soon = new Date(tx.now.getTime() + graceMs);
  if (before) {
    const family = eq(sessions.familyId, familyId);
    await tx.db.delete(sessions).where(and(family, lte(sessions.expiresAt, tx.now)));
    // Not when another tab has logged out meanwhile.
    await stillThere(tx, before.id);
    await tx.db
      .update(sessions)
      .set({ expiresAt: soon })
      .where(and(family, lt(sessions.createdAt, before.createdAt), gt(sessions.expiresAt, soon)));
  }
  await tx.db.insert(sessions).values({
    workspaceId: tx.workspaceId,
    channelId: channel.id,
    contactId: contact.id,
    familyId,
    tokenHash: hashToken(token),
    expiresAt: new Date(tx.now.getTime() + idleDays * 86_400_000),
    createdAt: tx.now,
  });
  return token;
}

async function stillThere(tx: Tx, sessionId: string): Promise<void> {
  const [row] = await tx.db.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, sessionId)).for("update");
  if (!row) throw new AppError("session_expired");
}
