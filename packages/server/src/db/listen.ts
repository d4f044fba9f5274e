import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

/**
 * Hears what is notified on a channel, over a connection of its own. When that breaks it makes another one; `joined` is
 * called for each, since between two of them something may have been missed. Returns the way to stop.
 */
export async function listen(
  url: string,
  channel: string,
  heard: (text: string) => void,
  joined: () => void,
): Promise<() => Promise<void>> {
  let stopped = false;
  let client: pg.Client | null = null;

  async function join(): Promise<void> {
    const mine = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
    // What is wrong is told by the end of the connection.
    mine.on("error", () => undefined);
    mine.on("notification", ({ payload }) => heard(payload ?? ""));
    await mine.connect();
    await mine.query(`listen ${pg.escapeIdentifier(channel)}`);
    if (stopped) return mine.end();
    client = mine;
    mine.once("end", () => void rejoin());
    joined();
  }

  async function rejoin(): Promise<void> {
    while (!stopped) {
      await pause(200, undefined, { ref: false });
      const isBack = await join().then(
        () => true,
        () => false,
      );
      if (isBack) return;
    }
  }

  await join();
  return async () => {
    stopped = true;
    await client?.end();
  };
}
