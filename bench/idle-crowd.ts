import { once } from "node:events";
import { openSockets } from "./contacts.ts";

/** A process of connected contacts who say nothing; says so when all are connected. */
const [{ url, tokens }] = (await once(process, "message")) as [{ url: string; tokens: string[] }];
await openSockets(
  url,
  tokens.map((token) => ({ token })),
);
process.send?.("connected");
