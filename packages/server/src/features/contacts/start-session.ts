import type { Session, StartSession } from "@deskbell/contract";
import { eq } from "drizzle-orm";
import { AppError, allow } from "../../app-error.ts";
import type { Deps } from "../../context.ts";
import { hashToken, newToken } from "../../ids.ts";
import { lookUp, type Tx, transact } from "../../transact.ts";
import { isBlocked } from "../blocks/index.ts";
import { type ChannelRow, findChannelByKey, mayEmbed, presentChannel } from "../channels/index.ts";
import { type ContactRow, presentContact } from "./present.ts";
import { findSessionByHash, getContact } from "./queries.ts";
import { contacts, sessions } from "./tables.ts";

/** A session ends when it was not used for this long. */
const idleDays = 90;

/** Where a session is started from. */
interface Asking {
  /** The page. */
  origin: string | undefined;
  address: string;
  /** Asked before somebody new is stored; throws when there are too many. */
  mayBeNew(): Promise<void>;
}

/** Resumes the token's contact, or starts anew as somebody nobody knows. */
export async function startSession(
  deps: Deps,
  { channelKey, token }: StartSession,
  { origin, address, mayBeNew }: Asking,
): Promise<Session> {
  const { channel, before, isOut } = await lookUp(deps, async (db) => {
    const channel = await findChannelByKey(db, channelKey);
    return {
      channel,
      before: token ? await findSessionByHash(db, hashToken(token), address) : null,
      isOut: channel && (await isBlocked(db, { workspaceId: channel.workspaceId, contactId: null, address })),
    };
  });
  if (!channel) throw new AppError("channel_not_found");
  allow(mayEmbed(channel.allowedDomains, origin), "domain_not_allowed");
  const resumable = before?.channelId === channel.id && before.expiresAt > deps.now();
  allow(!isOut && !(resumable && before.isBlocked), "blocked");
  if (!resumable) await mayBeNew();
  return transact({ workspaceId: channel.workspaceId, actor: { kind: "system" }, deps }, async (tx) => {
    if (token && before && resumable) {
      const contact = await resume(tx, before.id, before.contactId);
      return { token, contact: presentContact(contact), channel: presentChannel(channel) };
    }
    const fresh = await begin(tx, channel);
    return { token: fresh.token, contact: presentContact(fresh.contact), channel: presentChannel(channel) };
  });
}

const expiry = (now: Date): Date => new Date(now.getTime() + idleDays * 86_400_000);

async function resume(tx: Tx, sessionId: string, contactId: string): Promise<ContactRow> {
  await tx.db
    .update(sessions)
    .set({ expiresAt: expiry(tx.now) })
    .where(eq(sessions.id, sessionId));
  await tx.db.update(contacts).set({ lastSeenAt: tx.now }).where(eq(contacts.id, contactId));
  return getContact(tx, contactId);
}

async function begin(tx: Tx, channel: ChannelRow): Promise<{ token: string; contact: ContactRow }> {
  const token = newToken("ds_");
  const [contact] = await tx.db
    .insert(contacts)
    .values({ workspaceId: tx.workspaceId, attributes: {}, lastSeenAt: tx.now, createdAt: tx.now })
    .returning();
  if (!contact) throw new Error("The database returned no row for an inserted contact");
  await tx.db.insert(sessions).values({
    workspaceId: tx.workspaceId,
    channelId: channel.id,
    contactId: contact.id,
    tokenHash: hashToken(token),
    expiresAt: expiry(tx.now),
    createdAt: tx.now,
  });
  await tx.record("contact.created", { contactId: contact.id });
  return { token, contact };
}
