import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { joinRedis } from "./join-redis.ts";

const url = process.env.TEST_REDIS_URL;

it.runIf(url)("what is added between two readings from the end is read by the second", async () => {
  let hears = 0;
  const redis = joinRedis(url ?? "", () => hears++);
  const reader = redis.duplicate();
  const stream = randomUUID();
  const read = () => reader.xread("COUNT", 10, "BLOCK", 5, "STREAMS", stream, "$");
  await redis.xadd(stream, "*", "say", "before");
  expect(hears).toBe(0);
  expect(await read()).toBeNull();
  const id = await redis.xadd(stream, "*", "say", "between");
  expect(await read()).toEqual([[stream, [[id, ["say", "between"]]]]]);
  expect(hears).toBe(1);
  await redis.del(stream);
  reader.disconnect();
  redis.disconnect();
});
