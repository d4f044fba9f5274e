import { eq, sql } from "drizzle-orm";
import type { Context, Deps } from "../context.ts";
import { workspaces } from "../db/tenant-table.ts";
import { createAgent } from "../features/agents/create-agent.ts";
import { agents } from "../features/agents/tables.ts";
import { createWorkspace, type NewWorkspace } from "../features/workspaces/create-workspace.ts";
import { findWorkspace } from "../features/workspaces/find-workspace.ts";
import { lookUp, transact } from "../transact.ts";
import { seedArticles } from "./seed-articles.ts";

const password = "deskbell-demo";

/** Makes the demo workspace where it is wanted, and finishes one that was cut short. Says whether there is one. */
export async function seedDemo(deps: Deps, onStart: () => void = () => undefined): Promise<boolean> {
  const existing = await findWorkspace(deps, "demo");
  if (existing && (await hasAgents(existing))) return true;
  if (!existing && !(await isWanted(deps))) return false;
  onStart();
  const ctx = existing ?? (await createWorkspace(deps, demo));
  await seedArticles(ctx);
  await createAgent(ctx, { name: "Olive Owner", email: "owner@demo.test", password, role: "owner" });
  // The last step: once she is there, all is there.
  await createAgent(ctx, { name: "Ada Agent", email: "agent@demo.test", password, role: "agent" });
  return true;
}

const demo: NewWorkspace = {
  name: "Fernwood",
  slug: "demo",
  channel: {
    key: "demo",
    name: "Fernwood website",
    settings: {
      brandColor: "#2f6b4f",
      greeting: "Hi from Fernwood",
      tagline: "Ask us anything. A person is never far away.",
    },
  },
};

const hasAgents = (ctx: Context): Promise<boolean> =>
  transact(ctx, async ({ db }) => {
    const found = await db.select({ id: agents.id }).from(agents).where(eq(agents.email, "agent@demo.test"));
    return found.length > 0;
  });

/** Without a word on it: on an empty embedded database only. */
async function isWanted({ config, database }: Deps): Promise<boolean> {
  return config.demo ?? (database.engine === "pglite" && (await isEmpty({ database })));
}

const isEmpty = (deps: Pick<Deps, "database">): Promise<boolean> =>
  lookUp(deps, async (db) => {
    const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(workspaces);
    return row?.count === 0;
  });
