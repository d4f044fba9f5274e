import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { newId } from "../ids.ts";
import { createLog } from "../log.ts";
import { eventually } from "../test/eventually.ts";
import { createMemoryRateLimiter, createRedisRateLimiter, type RateLimiter } from "./rate-limiter.ts";

const redisUrl = process.env.TEST_REDIS_URL;
const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

let instant = 0;
const advance = async (ms: number) => {
  instant += ms;
};
const memory = (max?: number) => createMemoryRateLimiter(() => new Date(1_800_000_000_000 + instant), max);

function redis(url: string, logged: string[] = []): RateLimiter {
  const log = createLog("info", { write: (line) => void logged.push(line) });
  const limiter = createRedisRateLimiter(url, log, memory());
  opened.push(limiter.close);
  return limiter;
}

const kinds: [string, () => RateLimiter, (ms: number) => Promise<void>][] = [
  ["memory", memory, advance],
  ...(redisUrl ? [["redis", () => redis(redisUrl), (ms: number) => pause(ms)] as (typeof kinds)[number]] : []),
];

describe.each(kinds)("a bucket in %s", (_, create, wait) => {
  const bucket = (burst: number, everyMs: number) => ({ key: `test:${newId()}`, burst, everyMs });
  const times = async (limiter: RateLimiter, count: number, ...buckets: Parameters<RateLimiter["take"]>[0]) =>
    (await Promise.all(Array.from({ length: count }, () => limiter.take(buckets)))).filter((ms) => ms === 0).length;

  it("gives its burst and no more, however many ask at once", async () => {
    expect(await times(create(), 50, bucket(7, 60_000))).toBe(7);
  });

  it("says how long to wait, and gives one more after that", async () => {
    const [limiter, slow] = [create(), bucket(2, 1_000)];
    expect(await times(limiter, 2, slow)).toBe(2);
    const ms = await limiter.take([slow]);
    expect(ms).toBeGreaterThan(0);
    expect(ms).toBeLessThanOrEqual(1_000);
    await wait(ms + 5);
    expect(await times(limiter, 3, slow)).toBe(1);
  });

  it("fills up to its burst and not beyond", async () => {
    const [limiter, quick] = [create(), bucket(2, 1_000)];
    await times(limiter, 2, quick);
    await wait(2_500);
    expect(await times(limiter, 10, quick)).toBe(2);
  });

  it("loses nothing where another one refuses", async () => {
    const [limiter, wide, narrow] = [create(), bucket(3, 60_000), bucket(1, 60_000)];
    expect(await times(limiter, 10, wide, narrow)).toBe(1);
    expect(await times(limiter, 10, wide)).toBe(2);
  });
});

it("memory is bounded, whoever asks", async () => {
  const limiter = memory(100);
  const first = { key: "first", burst: 1, everyMs: 60_000 };
  expect(await limiter.take([first])).toBe(0);
  expect(await limiter.take([first])).toBeGreaterThan(0);
  for (let n = 0; n < 100; n++) await limiter.take([{ key: `${n}`, burst: 1, everyMs: 60_000 }]);
  expect(await limiter.take([first]), "forgotten for those who came later").toBe(0);
  expect(await limiter.take([{ key: "99", burst: 1, everyMs: 60_000 }]), "remembered").toBeGreaterThan(0);
});

describe("without an answer from Redis", () => {
  /** A port that `answer`s, or not. */
  async function port(answer: (socket: Socket) => void): Promise<string> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket.on("error", () => undefined));
      answer(socket);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    opened.push(() => {
      server.close();
      for (const socket of sockets) socket.destroy();
    });
    return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it.each<[string, (socket: Socket) => void]>([
    ["hangs", () => undefined],
    ["hangs up", (socket) => socket.destroy()],
    ["talks nonsense", (socket) => void socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")],
  ])("that %s, limits are kept by the node itself, with one line in the log", async (_, answer) => {
    const logged: string[] = [];
    const limiter = redis(await port(answer), logged);
    const bucket = { key: `test:${newId()}`, burst: 3, everyMs: 60_000 };
    const started = performance.now();
    const waits = [];
    for (let n = 0; n < 20; n++) waits.push(await limiter.take([bucket]));
    expect(waits.filter((ms) => ms === 0)).toHaveLength(3);
    expect(performance.now() - started, "nobody waits long").toBeLessThan(2_000);
    expect(logged.filter((line) => line.includes("counts limits by itself"))).toHaveLength(1);
  });

  it.skipIf(!redisUrl)("limits are shared again when it is back", async () => {
    const { hostname, port: redisPort } = new URL(redisUrl ?? "");
    let isUp = false;
    const logged: string[] = [];
    const limiter = redis(
      await port((socket) => {
        if (!isUp) return void socket.destroy();
        const upstream = connect(Number(redisPort || 6379), hostname);
        upstream.on("error", () => socket.destroy());
        socket.on("close", () => upstream.destroy());
        socket.pipe(upstream).pipe(socket);
      }),
      logged,
    );
    const bucket = { key: `test:${newId()}`, burst: 1, everyMs: 60_000 };
    expect(await limiter.take([bucket])).toBe(0);
    expect(await limiter.take([bucket])).toBeGreaterThan(0);
    isUp = true;
    await eventually(async () => expect(await limiter.take([bucket]), "Redis has not heard of it yet").toBe(0));
    expect(await redis(redisUrl ?? "").take([bucket])).toBeGreaterThan(0);
    expect(logged.filter((line) => line.includes("limits are shared"))).toHaveLength(1);
  });
});
