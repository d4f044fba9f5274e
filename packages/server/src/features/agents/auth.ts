import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Config } from "../../config.ts";
import type { Database } from "../../db/database.ts";
import { newId } from "../../ids.ts";
import { authAccounts, authSessions, authUsers, authVerifications } from "./tables.ts";

/** Agents' sign-in by better-auth: e-mail and password, hashed by its default; nobody signs themselves up. */
export function createAuth(
  database: Database,
  config: Config,
  { publicUrl, secret }: { publicUrl: string; secret: string },
) {
  return betterAuth({
    baseURL: publicUrl,
    basePath: "/v1/auth",
    secret,
    trustedOrigins: [publicUrl],
    database: drizzleAdapter(database.db, {
      provider: "pg",
      schema: { user: authUsers, session: authSessions, account: authAccounts, verification: authVerifications },
    }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    rateLimit: {
      enabled: config.limits,
      window: 60,
      max: 100,
      customRules: { "/sign-in/email": { window: 60, max: 10 } },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: "deskbell",
      useSecureCookies: publicUrl.startsWith("https:"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      database: { generateId: newId },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
