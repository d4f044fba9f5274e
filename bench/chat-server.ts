import { join } from "node:path";
import { createTestServer } from "@deskbell/e2e/server";
import pg from "pg";
import { type Contact, createContact } from "./contacts.ts";
import type { Workers } from "./cpu-time.ts";
import { freePort } from "./free-port.ts";

/** A Deskbell in a process of its own, on PostgreSQL, with as many contacts as a part asks for. */
export interface ChatServer {
  url: string;
  databaseUrl: string;
  apiKey: string;
  /** Contacts with a conversation that waits for an agent, so that the bot stays out of the figures. */
  contacts(count: number): Promise<Contact[]>;
  /** A new process on the same data. */
  restart(): Promise<void>;
  /** What the process holds after a garbage collection, in bytes. */
  memory(): Promise<{ rss: number; heapUsed: number }>;
  /** The server's process, and its database's. */
  workers(): Promise<Workers>;
  /** Those that work for this database. */
  postgresPids(): Promise<number[]>;
  /** Profiles the process while `run` runs, into a `.cpuprofile` file. */
  profiled<T>(file: string, run: () => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

const atOnce = 16;

const backends = `select pid from pg_stat_activity
  where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`;

export async function startChatServer(): Promise<ChatServer> {
  process.env.TEST_DATABASE_URL ??= "postgres://postgres@127.0.0.1:5432/postgres";
  const probePort = await freePort();
  const server = await createTestServer({
    DESKBELL_LIMITS: "off",
    BENCH_PROBE_PORT: String(probePort),
    NODE_OPTIONS: `--import=${join(import.meta.dirname, "probe.ts")}`,
  });
  const database = new pg.Client(server.databaseUrl ?? "");
  const postgresPids = async (): Promise<number[]> => {
    const { rows } = await database.query(backends);
    return rows.map(({ pid }) => pid);
  };
  const probe = async (path: string) => (await fetch(`http://127.0.0.1:${probePort}${path}`)).json();
  try {
    await server.start();
    await database.connect();
    const apiKey = (await server.deskbell("create-api-key", "--workspace", "demo", "--name", "bench")).trim();
    const contacts: Contact[] = [];
    return {
      url: server.url,
      databaseUrl: server.databaseUrl ?? "",
      apiKey,
      contacts: async (count) => {
        const create = async () => {
          while (contacts.length < count) contacts.push(await createContact(server.url));
        };
        await Promise.all(Array.from({ length: atOnce }, create));
        return contacts.slice(0, count);
      },
      restart: async () => {
        await server.stop();
        await server.start();
      },
      memory: async () => (await probe("/memory")) as { rss: number; heapUsed: number },
      workers: async () => {
        const { pid } = (await probe("/pid")) as { pid: number };
        return { server: [pid], PostgreSQL: await postgresPids() };
      },
      postgresPids,
      profiled: async (file, run) => {
        await probe("/profile/start");
        const result = await run();
        await probe(`/profile/stop?file=${encodeURIComponent(file)}`);
        return result;
      },
      remove: async () => {
        await database.end();
        await server.remove();
      },
    };
  } catch (error) {
    await server.remove();
    throw error;
  }
}
