import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import { Server } from "socket.io";
import { describe, expect, it, onTestFinished } from "vitest";
import { newId } from "../ids.ts";
import { eventually } from "../test/eventually.ts";
import { watchPeers } from "./peers.ts";

const url = process.env.TEST_REDIS_URL;
describe.runIf(url)("nodes joined by Redis", () => {
  it("miss one that could not tell or falls silent, and none that says goodbye", async () => {
    // Other runs on this Redis are none of theirs.
    const streamName = newId();
    const open = () => {
      const redis = new Redis(url ?? "", { maxRetriesPerRequest: null });
      const io = new Server({ adapter: createAdapter(redis, { streamName, channelPrefix: streamName }) });
      const node = { redis, lost: 0, greets: true, greetings: 0, goodbyes: 0 };
      io.of("/agent").on("node", (_: string, stays: boolean) => {
        if (stays) node.greetings++;
        else node.goodbyes++;
      });
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
    await eventually(async () => {
      const [, subscribers] = (await watching.node.redis.call("pubsub", "numsub", `${streamName}#/agent#`)) as [
        string,
        number,
      ];
      expect(subscribers).toBe(3);
    });
    // Each has greeted twice, all hearing each other: a silence counts only after a word.
    const rounds = async (node: { greetings: number }, greetings: number) => {
      const from = node.greetings;
      await eventually(() => expect(node.greetings - from).toBeGreaterThanOrEqual(greetings), 12_000);
    };
    await rounds(watching.node, 4);
    expect(heard()).toBe(0);
    dying.peers.untold();
    await eventually(() => expect(heard()).toBe(1));
    expect(leaving.node.lost).toBe(1);
    // Said again with each greeting, it is missed once.
    await rounds(watching.node, 4);
    expect(heard()).toBe(1);
    leaving.peers.close();
    await eventually(() => expect(watching.node.goodbyes).toBe(1));
    // Of the two that are left, each still hears the other.
    await rounds(watching.node, 1);
    dying.node.greets = false;
    await eventually(() => expect(heard()).toBe(2), 12_000);
    // The one that said goodbye was silent for longer: with two more looks it would be missed by now.
    await rounds(leaving.node, 2);
    expect(heard()).toBe(2);
  }, 30_000);
});
