import { createHmac } from "node:crypto";
import type { TestServer } from "./server.ts";

/** A key by which a website says who its visitors are. */
export interface IdentityKey {
  kid: string;
  secret: string;
}

/** A new one of the demo channel. */
export async function createIdentityKey(server: TestServer): Promise<IdentityKey> {
  const printed = await server.deskbell("create-identity-key", "--workspace", "demo", "--channel", "demo");
  const [, kid = "", secret = ""] = /^kid (\S+)\nsecret (\S+)$/m.exec(printed) ?? [];
  return { kid, secret };
}

/** A token of `claims` for the demo channel, signed as a website signs it. */
export function signIdentity({ kid, secret }: IdentityKey, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part({ alg: "HS256", kid })}.${part({ sub: "ada", aud: "demo", ...claims })}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

/** A Unix time, so many seconds from now. */
export const seconds = (from: number): number => Math.floor(Date.now() / 1000) + from;
