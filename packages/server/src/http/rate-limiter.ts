import { Redis } from "ioredis";
import type { Log } from "../log.ts";

/** A token bucket: `burst` at once, then one more every `everyMs`. */
export interface Bucket {
  key: string;
  burst: number;
  everyMs: number;
}

export interface RateLimiter {
  /** Takes one token out of every bucket and answers 0; when one of them is empty it takes none and answers how many ms to wait. */
  take(buckets: readonly Bucket[]): Promise<number>;
  close(): void;
}

const maxKeys = 50_000;

/** Of this process alone. What was used longest ago is forgotten beyond `max` keys: memory is bounded whoever asks. */
export function createMemoryRateLimiter(now: () => Date, max = maxKeys): RateLimiter {
  const fullAt = new Map<string, number>();
  const forget = (instant: number): void => {
    for (const [key, at] of fullAt) {
      if (at > instant && fullAt.size <= max) return;
      fullAt.delete(key);
    }
  };
  return {
    take: async (buckets) => {
      const instant = now().getTime();
      const next = buckets.map(({ key, everyMs }) => Math.max(instant, fullAt.get(key) ?? 0) + everyMs);
      const wait = longestWait(buckets, next, instant);
      if (wait > 0) return wait;
      for (const [index, { key }] of buckets.entries()) {
        fullAt.delete(key);
        fullAt.set(key, next[index] ?? instant);
      }
      forget(instant);
      return 0;
    },
    close: () => fullAt.clear(),
  };
}

const longestWait = (buckets: readonly Bucket[], fullAt: number[], instant: number): number =>
  Math.max(0, ...buckets.map(({ burst, everyMs }, index) => (fullAt[index] ?? instant) - instant - burst * everyMs));

/** The same by Redis' own clock. Of a bucket it keeps the instant at which it is full again, and nothing once that has come. */
const takeScript = `
local time = redis.call('TIME')
local instant = time[1] * 1000 + math.floor(time[2] / 1000)
local fullAt, wait = {}, 0
for i, key in ipairs(KEYS) do
  local burst, every = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
  fullAt[i] = math.max(instant, tonumber(redis.call('GET', key) or 0)) + every
  wait = math.max(wait, fullAt[i] - instant - burst * every)
end
if wait > 0 then return wait end
for i, key in ipairs(KEYS) do
  redis.call('SET', key, string.format('%.0f', fullAt[i]), 'PX', fullAt[i] - instant)
end
return 0`;

const patienceMs = 250;
const restMs = 1_000;

/** Shared by all nodes. While Redis does not answer, each node counts for itself: nobody is refused or kept waiting for it. */
export function createRedisRateLimiter(redisUrl: string, log: Log, memory: RateLimiter): RateLimiter {
  const redis = new Redis(redisUrl, { commandTimeout: patienceMs, maxRetriesPerRequest: 1, connectTimeout: 2_000 });
  // Each failed attempt to connect; what it means is logged once, below.
  redis.on("error", () => undefined);
  let isDown = false;
  let restUntil = 0;
  return {
    take: async (buckets) => {
      if (isDown && (redis.status !== "ready" || performance.now() < restUntil)) return memory.take(buckets);
      try {
        const keys = buckets.map(({ key }) => key);
        const sizes = buckets.flatMap(({ burst, everyMs }) => [burst, everyMs]);
        const wait = Number(await redis.eval(takeScript, keys.length, ...keys, ...sizes));
        if (isDown) log.info("redis answers again: limits are shared");
        isDown = false;
        return wait;
      } catch (error) {
        if (!isDown) log.warn({ err: error }, "redis does not answer: this node counts limits by itself");
        isDown = true;
        restUntil = performance.now() + restMs;
        return memory.take(buckets);
      }
    },
    close: () => {
      redis.disconnect();
      memory.close();
    },
  };
}
