import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Part } from "./chat.ts";
import { startSessions } from "./contacts.ts";

/** What one more connected contact costs the server, who does nothing. The sockets' other ends live in processes of their own. */
export const idleMemory: Part = async function* (server, short) {
  for (const count of short ? [1000] : [1000, 10_000]) {
    const contacts = await startSessions(server.url, count);
    // What a process has once had it keeps: only a new one shows in its RSS what comes on top.
    await server.restart();
    const before = await server.memory();
    const half = Math.ceil(count / 2);
    const crowds = [contacts.slice(0, half), contacts.slice(half)].map((crowd) => {
      const child = fork(join(import.meta.dirname, "idle-crowd.ts"));
      child.send({ url: server.url, tokens: crowd.map(({ token }) => token) });
      return child;
    });
    await Promise.all(crowds.map((child) => once(child, "message")));
    await pause(2000);
    const after = await server.memory();
    for (const child of crowds) child.kill();
    await Promise.all(crowds.map((child) => once(child, "exit")));
    await pause(1000);
    const kib = (key: "rss" | "heapUsed") => (after[key] - before[key]) / count / 1024;
    yield {
      what: `${count} idle contacts`,
      figures: { "RSS KiB each": kib("rss"), "heap KiB each": kib("heapUsed"), "RSS MiB": after.rss / 2 ** 20 },
    };
  }
};
