import { createHash, randomBytes, randomUUIDv7 } from "node:crypto";

/** UUIDv7: ids sort by the time they were made. */
export const newId = (): string => randomUUIDv7();

/** An unguessable token of 256 bits, safe in URLs. */
export const newToken = (prefix: string): string => `${prefix}${randomBytes(32).toString("base64url")}`;

/** What a ticket is called outside: 128 random bits. */
export const newPublicId = (): string => `t_${randomBytes(16).toString("base64url")}`;

/** Tokens are stored only as this. They carry 256 random bits, so a fast hash is enough. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");
