import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** Where one test server keeps everything, as the environment it is started with. */
export interface OwnDatabase {
  dataDir: string;
  env: Record<string, string>;
  remove(): Promise<void>;
}

/** An embedded database in a temporary folder; with `TEST_DATABASE_URL`, a database of its own on that PostgreSQL. */
export async function createOwnDatabase(): Promise<OwnDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), "deskbell-e2e-"));
  const removeDataDir = () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  const server = process.env.TEST_DATABASE_URL;
  const template = process.env.DESKBELL_E2E_TEMPLATE;
  if (!server && template) cpSync(template, dataDir, { recursive: true });
  if (!server) return { dataDir, env: { DATA_DIR: dataDir }, remove: async () => removeDataDir() };

  const name = `deskbell_e2e_${randomBytes(6).toString("hex")}`;
  await administer(server, `create database ${name}${template ? ` template ${template}` : ""}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const redis = process.env.TEST_REDIS_URL;
  return {
    dataDir,
    env: {
      DATA_DIR: dataDir,
      DATABASE_URL: url.href,
      DESKBELL_SECRET: randomBytes(32).toString("hex"),
      DESKBELL_DEMO: "1",
      ...(redis && { REDIS_URL: redis }),
    },
    async remove() {
      await administer(server, `drop database if exists ${name} with (force)`);
      removeDataDir();
    },
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
