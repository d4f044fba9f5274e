import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Deps } from "../../context.ts";
import { fromOwnPage } from "../../http/same-origin.ts";
import { newId } from "../../ids.ts";
import { announceCut } from "../../realtime/cuts.ts";
import { authAccounts, authSessions, authUsers, authVerifications } from "./tables.ts";

/** Who is limited, as `app.ts` finds out; what a client sends under this name is overwritten. */
export const addressHeader = "x-deskbell-client-address";

/** Agents' sign-in by better-auth: e-mail and password, hashed by its default; nobody signs themselves up. */
export function createAuth(
  { database, config, telling }: Pick<Deps, "database" | "config" | "telling">,
  { publicUrl, secret }: { publicUrl: string; secret: string },
) {
  return betterAuth({
    baseURL: publicUrl,
    basePath: "/v1/auth",
    secret,
    // The same rule as for the rest of the team's requests, whatever name people reach us by.
    trustedOrigins: (request) => {
      const origin = request?.headers.get("origin");
      return request && origin && fromOwnPage(request.headers, publicUrl) ? [publicUrl, origin] : [publicUrl];
    },
    database: drizzleAdapter(database.db, {
      provider: "pg",
      schema: { user: authUsers, session: authSessions, account: authAccounts, verification: authVerifications },
    }),
    databaseHooks: {
      session: {
        delete: {
          after: async ({ id }) => {
            telling.cut({ signInId: id });
            await announceCut(database, database.db, { signInId: id });
          },
        },
      },
    },
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
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
