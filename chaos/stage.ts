import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { Pool } from "pg";
import type { Fault } from "./fault.ts";
import { createNode, type Node } from "./node.ts";
import { nodeFaults } from "./node-faults.ts";
import { freePort, makeOwnFolder } from "./own.ts";
import { createOwnPostgres } from "./own-postgres.ts";
import { createOwnRedis } from "./own-redis.ts";
import { postgresFaults } from "./postgres-faults.ts";
import type { Random } from "./random.ts";
import { redisFaults } from "./redis-faults.ts";
import type { Timeline } from "./timeline.ts";
import type { Query } from "./truth.ts";

/** Where it happens: the nodes, what they stand on, and what can be done to both. */
export interface Stage {
  nodes: Node[];
  query: Query;
  faults: Fault[];
  close(): Promise<void>;
}

export type EngineName = "postgres" | "pglite";

/** Two nodes, on a PostgreSQL and a Redis of their own. */
async function postgresStage(random: Random, timeline: Timeline): Promise<Stage> {
  const [database, redis] = await Promise.all([createOwnPostgres(), createOwnRedis()]);
  await Promise.all([database.start(), redis.start()]);
  const env = {
    DATA_DIR: makeOwnFolder("data"),
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    DESKBELL_SECRET: randomBytes(32).toString("hex"),
  };
  const nodes = await Promise.all(["node A", "node B"].map((name) => createNode(name, env)));
  // One after the other: the first makes the schema and the demo.
  for (const node of nodes) await node.start();
  const pool = new Pool({ connectionString: database.url, max: 1 });
  // Of a connection that a restart ended: the next question makes another.
  pool.on("error", () => undefined);
  const query: Query = async <Row>(statement: string) => (await pool.query(statement)).rows as Row[];
  return {
    nodes,
    query,
    faults: [
      ...nodeFaults(nodes, random, timeline),
      ...postgresFaults(database, query, random, timeline),
      ...redisFaults(redis, random, timeline),
    ],
    async close() {
      await Promise.all(nodes.map((node) => node.kill()));
      await pool.end();
      await Promise.all([database.stop("crash"), redis.stop()]);
    },
  };
}

/** One node on the embedded database. */
async function pgliteStage(random: Random, timeline: Timeline): Promise<Stage> {
  const doorPort = await freePort();
  const node = await createNode("the node", {
    DATA_DIR: makeOwnFolder("data"),
    CHAOS_DOOR_PORT: String(doorPort),
    NODE_OPTIONS: `--import=${join(import.meta.dirname, "pglite-door.ts")}`,
  });
  await node.start();
  return {
    nodes: [node],
    async query(statement) {
      const response = await fetch(`http://127.0.0.1:${doorPort}`, { method: "POST", body: statement });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as never;
    },
    faults: nodeFaults([node], random, timeline),
    close: () => node.kill(),
  };
}

export const openStage: Record<EngineName, (random: Random, timeline: Timeline) => Promise<Stage>> = {
  postgres: postgresStage,
  pglite: pgliteStage,
};
