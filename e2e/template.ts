import { findBrowser } from "./browser.ts";
import { createTestServer } from "./server.ts";

/**
 * Vitest's global set-up: a database with the demo in it, made once for all projects. To copy it takes a moment, to make another takes seconds.
 * The browser is unpacked, too, before two want to at once.
 */
export async function setup(): Promise<() => Promise<void>> {
  if (process.env.DESKBELL_E2E_TEMPLATE) return async () => undefined;
  await findBrowser();
  const server = await createTestServer();
  await server.start();
  await server.stop();
  process.env.DESKBELL_E2E_TEMPLATE = server.databaseUrl
    ? new URL(server.databaseUrl).pathname.slice(1)
    : server.dataDir;
  return () => server.remove();
}
