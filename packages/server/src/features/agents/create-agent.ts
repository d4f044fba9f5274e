import type { AgentRole } from "@deskbell/contract";
import { hashPassword } from "better-auth/crypto";
import { eq } from "drizzle-orm";
import type { Context } from "../../context.ts";
import type { Database } from "../../db/database.ts";
import { newId } from "../../ids.ts";
import { transact } from "../../transact.ts";
import type { AgentRow } from "./present.ts";
import { agents, authAccounts, authUsers } from "./tables.ts";

export interface NewAgent {
  name: string;
  email: string;
  password: string;
  role: AgentRole;
}

/** An agent of the workspace who can sign in. Somebody who already has a sign-in keeps their password. */
export async function createAgent(ctx: Context, { name, email, password, role }: NewAgent): Promise<AgentRow> {
  const userId = await findOrCreateUser(
    ctx.deps.database,
    { name, email: email.toLowerCase(), password },
    ctx.deps.now(),
  );
  return transact(ctx, async (tx) => {
    const [row] = await tx.db
      .insert(agents)
      .values({
        workspaceId: tx.workspaceId,
        userId,
        name,
        email: email.toLowerCase(),
        role,
        unavailableSince: tx.now,
        createdAt: tx.now,
      })
      .onConflictDoUpdate({ target: [agents.workspaceId, agents.userId], set: { name, role } })
      .returning();
    if (!row) throw new Error("The database returned no row for an inserted agent");
    await tx.record("agent.created", {}, { agentId: row.id, role });
    return row;
  });
}

/** Sign-ins belong to no workspace: outside its role. */
async function findOrCreateUser(
  { db }: Database,
  { name, email, password }: Pick<NewAgent, "name" | "email" | "password">,
  now: Date,
): Promise<string> {
  const [existing] = await db.select({ id: authUsers.id }).from(authUsers).where(eq(authUsers.email, email));
  if (existing) return existing.id;
  const hashed = await hashPassword(password);
  const id = newId();
  const times = { createdAt: now, updatedAt: now };
  await db.transaction(async (tx) => {
    await tx.insert(authUsers).values({ id, name, email, emailVerified: true, ...times });
    await tx
      .insert(authAccounts)
      .values({ userId: id, accountId: id, providerId: "credential", password: hashed, ...times });
  });
  return id;
}
