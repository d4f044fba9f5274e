import type { Part } from "./chat.ts";
import { cpuSince, cpuTimes } from "./cpu-time.ts";
import { deskbellWire } from "./deskbell-wire.ts";
import { profileFile } from "./sustained.ts";

const atOnce = 32;

/**
 * CPU time for a message, by who spends it, with so many always under way. Two cores give two million µs a second: their sum says how many
 * messages there can be, and hardly depends on what else the machine does. The server is profiled for a while afterwards.
 */
export const cost: Part = async function* (server, short) {
  const wire = await deskbellWire(server, 200);
  const count = short ? 2000 : 10_000;
  await sendAll(500);
  const workers = async () => ({ ...(await wire.workers()), load: [process.pid] });
  const before = cpuTimes(await workers());
  await sendAll(count);
  const spent = Object.entries(cpuSince(before, await workers())).map(
    ([name, ms]) => [name, (ms * 1000) / count] as const,
  );
  await server.profiled(profileFile, () => sendAll(count));
  wire.close();
  const sum = spent.reduce((total, [, each]) => total + each, 0);
  const figures = Object.fromEntries([...spent, ["all", sum] as const].map(([name, each]) => [`${name} µs`, each]));
  yield { what: `CPU time for a message, ${atOnce} at once`, figures };

  async function sendAll(messages: number): Promise<void> {
    let left = messages;
    const row = async () => {
      while (left-- > 0) await wire.send(crypto.randomUUID());
    };
    await Promise.all(Array.from({ length: atOnce }, row));
  }
};
