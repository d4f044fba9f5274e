import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { Server } from "socket.io";
import { describe, expect, it, onTestFinished } from "vitest";
import { newId } from "../ids.ts";
import { eventually } from "../test/eventually.ts";
import { watchPeers } from "./peers.ts";

const url = process.env.TEST_REDIS_URL;
describe.runIf(url)("nodes joined by Redis", () => {
  it("miss one that falls silent, and none that says goodbye", async () => {
    // Other runs on this Redis are none of theirs.
    const streamName = newId();
    const open = () => {
      const redis = new Redis(url ?? "", { maxRetriesPerRequest: null });
      const io = new Server({ adapter: createAdapter(redis, { streamName, channelPrefix: streamName }) });
      const node = { redis, lost: 0, greets: true };
      const isJoined = () => node.greets && redis.status === "ready";
      const peers = watchPeers(io.of("/agent"), isJoined, () => node.lost++);
      onTestFinished(async () => {
        peers.close();
        for (const namespace of ["/", "/agent"]) await io.of(namespace).adapter.close();
        redis.disconnect();
      });
      return { node, peers };
    };
    const [watching, leaving, dying] = [open(), open(), open()];
    const heard = (): number => watching.node.lost;
    // Each has greeted by then: a silence counts only after a word.
    await eventually(async () => {
      const [, subscribers] = (await watching.node.redis.call("pubsub", "numsub", `${streamName}#/agent#`)) as [
        string,
        number,
      ];
      expect(subscribers).toBe(3);
    });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    leaving.peers.close();
    dying.node.greets = false;
    await eventually(() => expect(heard()).toBe(1), 12_000);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(heard()).toBe(1);
  }, 30_000);
});
