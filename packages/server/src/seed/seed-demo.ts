import { sql } from "drizzle-orm";
import type { Deps } from "../context.ts";
import { workspaces } from "../db/tenant-table.ts";
import { createAgent } from "../features/agents/create-agent.ts";
import { createWorkspace } from "../features/workspaces/create-workspace.ts";
import { findWorkspace } from "../features/workspaces/find-workspace.ts";
import { lookUp } from "../transact.ts";
import { seedArticles } from "./seed-articles.ts";

const password = "deskbell-demo";

/** Makes the demo workspace once, where it is wanted. Says whether there is one. */
export async function seedDemo(deps: Deps): Promise<boolean> {
  if (await findWorkspace(deps, "demo")) return true;
  const { demo } = deps.config;
  if (demo === false || (demo === null && !(deps.database.engine === "pglite" && (await isEmpty(deps))))) return false;
  const ctx = await createWorkspace(deps, {
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
  });
  await seedArticles(ctx);
  await createAgent(ctx, { name: "Olive Owner", email: "owner@demo.test", password, role: "owner" });
  await createAgent(ctx, { name: "Ada Agent", email: "agent@demo.test", password, role: "agent" });
  return true;
}

const isEmpty = (deps: Deps): Promise<boolean> =>
  lookUp(deps, async (db) => {
    const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(workspaces);
    return row?.count === 0;
  });
