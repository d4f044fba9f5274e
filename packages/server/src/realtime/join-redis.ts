import { Redis } from "ioredis";

/** How soon a node tries again to reach Redis. */
export const rejoinMs = 500;

/**
 * The connection by which Socket.IO's adapter tells other nodes; it makes others of it, to hear them. `hears`: what they tell is heard from now on,
 * which on a Redis that is busy or frozen may be long after this node serves.
 */
export function joinRedis(url: string, hears: () => void): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => rejoinMs });
  const duplicate = redis.duplicate.bind(redis);
  // The adapter's further connections subscribe at once. A check for readiness behind that is refused, which ends the process.
  redis.duplicate = (options) => fromOneEnd(duplicate({ enableReadyCheck: false, ...options }), hears);
  return redis;
}

/**
 * Until it has heard a first entry, the adapter asks again and again for what comes after `$`, the stream's end at that moment: what is added
 * between two such readings, or while Redis is frozen, it would never hear. So the end is that of its first reading.
 */
function fromOneEnd(redis: Redis, found: () => void): Redis {
  const read = redis.xread.bind(redis) as (...args: unknown[]) => ReturnType<Redis["xread"]>;
  let end: string | undefined;
  const readOn = async (...args: unknown[]) => {
    if (args.at(-1) !== "$") return read(...args);
    if (end === undefined) {
      end = await findEnd(redis, String(args.at(-2)));
      found();
    }
    return read(...args.slice(0, -1), end);
  };
  redis.xread = readOn as Redis["xread"];
  return redis;
}

async function findEnd(redis: Redis, stream: string): Promise<string> {
  const [last] = await redis.xrevrange(stream, "+", "-", "COUNT", 1);
  return last?.[0] ?? "0-0";
}
