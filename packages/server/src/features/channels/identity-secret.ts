import { createHmac } from "node:crypto";
import type { Config } from "../../config.ts";
import { loadSecret } from "../../secret.ts";

/**
 * The secret of an identity key. It is made of the key's id and the installation's own secret rather than stored: who
 * reads the database cannot forge identities, and whoever changes DESKBELL_SECRET makes all keys void.
 */
export const identitySecret = (config: Config, keyId: string): string =>
  `ik_${createHmac("sha256", loadSecret(config)).update(`identity-key:${keyId}`).digest("base64url")}`;
