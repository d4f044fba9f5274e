import { z } from "zod";
import { defineJob, patiently } from "../../jobs/jobs.ts";

// The verbs are loaded late: they are known to those who enqueue these jobs.

/** Gives what waits in channels with automatic assignment to whoever is there and has room. */
export const giveChatsJob = defineJob({
  name: "give-chats",
  input: z.strictObject({}),
  ...patiently,
  gathers: true,
  run: async (ctx) => {
    const { giveChats } = await import("./give-chats.ts");
    await giveChats(ctx);
  },
});

/** An agent has been gone for the workspace's grace time. */
export const returnChatsJob = defineJob({
  name: "return-chats",
  input: z.object({ agentId: z.uuid(), unavailableSince: z.iso.datetime() }),
  ...patiently,
  run: async (ctx, { agentId, unavailableSince }) => {
    const { returnChats } = await import("./return-chats.ts");
    await returnChats(ctx, agentId, new Date(unavailableSince));
  },
});
