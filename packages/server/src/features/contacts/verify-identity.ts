import { createHmac, timingSafeEqual } from "node:crypto";
import type { Identity, VerifiedIdentity } from "@deskbell/contract";
import { attributesSchema } from "@deskbell/contract/schema";
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { AppError } from "../../app-error.ts";
import { findUnstorable } from "../../http/unstorable.ts";
import type { Tx } from "../../transact.ts";
import { type ChannelRow, identitySecret, listLiveIdentityKeys } from "../channels/index.ts";

/** Who a proof says the contact is. */
export interface ProvenIdentity {
  externalId: string;
  verified: VerifiedIdentity;
}

/** How far ahead a token may expire; a minute more, since clocks differ. */
const longestLifeMs = 24 * 3_600_000 + 60_000;

/** Throws `identity_invalid`, or `identity_expired` for a token that held before. */
export function verifyIdentity(tx: Tx, channel: ChannelRow, identity: Identity): Promise<ProvenIdentity> {
  return "token" in identity ? verifyToken(tx, channel, identity.token) : verifyHash(tx, channel, identity);
}

async function verifyToken(tx: Tx, channel: ChannelRow, token: string): Promise<ProvenIdentity> {
  const keys = await listLiveIdentityKeys(tx, channel.id);
  const payload = await readToken(token, tx.now, channel.key, (kid) => {
    const key = keys.find((each) => each.kid === kid);
    if (!key) throw invalid("kid", "Is no live key of this channel.");
    return new TextEncoder().encode(identitySecret(tx.deps.config, key.id));
  });
  // jose has checked that there is one.
  if ((payload.exp ?? 0) * 1000 > tx.now.getTime() + longestLifeMs)
    throw invalid("exp", "Must be at most 24 hours ahead.");
  return fromClaims(payload);
}

async function readToken(
  token: string,
  now: Date,
  audience: string,
  secretOf: (kid: unknown) => Uint8Array,
): Promise<JWTPayload> {
  try {
    const secret = secretOf(decodeProtectedHeader(token).kid);
    // One algorithm only: a token may not choose how it is checked.
    const rules = { algorithms: ["HS256"], audience, requiredClaims: ["exp"], currentDate: now };
    return (await jwtVerify(token, secret, rules)).payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new AppError("identity_expired");
    if (error instanceof errors.JWTClaimValidationFailed) throw invalid(error.claim, error.message);
    if (error instanceof AppError) throw error;
    // What cannot even be read: jose throws a TypeError for what is no token at all.
    throw invalid("token", "Is no token signed with HS256 by this key.");
  }
}

const subject = z.union([z.string().trim().min(1).max(255), z.number().int().transform(String)]);
const claimsSchema = z.object({
  sub: subject.optional(),
  external_id: subject.optional(),
  user_id: subject.optional(),
  external_user_id: subject.optional(),
  name: z.string().trim().min(1).max(120).nullish(),
  email: z.email().max(254).nullish(),
  /** OpenID Connect: the website itself does not know. */
  email_verified: z.boolean().optional(),
  attributes: attributesSchema.refine((a) => Object.keys(a).length <= 50, "At most 50 attributes.").optional(),
});

function fromClaims(payload: JWTPayload): ProvenIdentity {
  const unstorable = findUnstorable(payload);
  if (unstorable) throw invalid(unstorable.join("."), "Has a character that cannot be stored.");
  const { success, data: claims, error } = claimsSchema.safeParse(payload);
  if (!success) {
    const [issue] = error.issues;
    throw invalid(issue?.path.join(".") ?? "token", issue?.message ?? "");
  }
  const externalId = claims.sub ?? claims.external_id ?? claims.user_id ?? claims.external_user_id;
  if (externalId === undefined) throw invalid("sub", "Is missing.");
  const email = claims.email_verified === false ? null : (claims.email ?? null);
  return {
    externalId,
    verified: { by: "token", name: claims.name ?? null, email, attributes: claims.attributes ?? {} },
  };
}

async function verifyHash(
  tx: Tx,
  channel: ChannelRow,
  identity: { externalId: string; hash: string } | { email: string; hash: string },
): Promise<ProvenIdentity> {
  if (!channel.identityHash) throw invalid("hash", "This channel takes signed tokens only.");
  const signed = "email" in identity ? identity.email : identity.externalId;
  const given = Buffer.from(identity.hash, "hex");
  const keys = await listLiveIdentityKeys(tx, channel.id);
  const holds = keys.some(({ id }) => {
    const secret = identitySecret(tx.deps.config, id);
    return timingSafeEqual(createHmac("sha256", secret).update(signed).digest(), given);
  });
  if (!holds) throw invalid("hash", "Was not made with a live key of this channel.");
  const email = "email" in identity ? identity.email.toLowerCase() : null;
  // An address alone is its own id.
  return { externalId: email ?? signed, verified: { by: "hash", name: null, email, attributes: {} } };
}

const invalid = (field: string, message: string): AppError => new AppError("identity_invalid", { [field]: message });
