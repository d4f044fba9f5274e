import { createTestServer } from "./server.ts";

/** Vitest's global set-up: a database with the demo in it, made once. To copy it takes a moment, to make another takes seconds. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await createTestServer();
  await server.start();
  await server.stop();
  process.env.DESKBELL_E2E_TEMPLATE = server.databaseUrl
    ? new URL(server.databaseUrl).pathname.slice(1)
    : server.dataDir;
  return () => server.remove();
}
