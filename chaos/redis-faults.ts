import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "./fault.ts";
import type { OwnRedis } from "./own-redis.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

const awayMs = 20_000;

export function redisFaults(redis: OwnRedis, random: Random, { note }: Timeline): Fault[] {
  return [
    {
      name: "Redis is stopped",
      of: "Redis",
      takes: awayMs,
      async run() {
        note(`Redis stopped for ${awayMs / 1000} s`);
        await redis.stop();
        await pause(awayMs);
        await redis.start();
        note("Redis serves again");
      },
    },
    {
      name: "Redis freezes",
      of: "Redis",
      takes: 8000,
      async run() {
        const ms = random.between(2000, 7000);
        note(`Redis frozen for ${(ms / 1000).toFixed(1)} s`);
        redis.freeze();
        await pause(ms);
        redis.thaw();
      },
    },
  ];
}
