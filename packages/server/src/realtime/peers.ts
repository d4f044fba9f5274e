import { randomUUID } from "node:crypto";
import type { Namespace } from "socket.io";

const everyMs = 1000;
const lostAfterMs = 5000;

interface Peers {
  /** Says goodbye: a node that leaves in order has told all it had to tell. */
  close(): void;
}

/** Nodes greet one another through Redis. `lost` is called for each that falls silent, having stored perhaps what it never told. */
export function watchPeers(namespace: Namespace, isJoined: () => boolean, lost: () => void): Peers {
  const id = randomUUID();
  const lastHeard = new Map<string, number>();
  namespace.on("node", (from: string, stays: boolean) => {
    if (stays) lastHeard.set(from, performance.now());
    else lastHeard.delete(from);
  });
  const timer = setInterval(() => {
    // Without Redis nobody is heard, and joining it again is an occasion of its own.
    if (!isJoined()) return lastHeard.clear();
    namespace.serverSideEmit("node", id, true);
    for (const [peer, heard] of lastHeard) {
      if (performance.now() - heard < lostAfterMs) continue;
      lastHeard.delete(peer);
      lost();
    }
  }, everyMs);
  timer.unref();
  return {
    close() {
      clearInterval(timer);
      if (isJoined()) namespace.serverSideEmit("node", id, false);
    },
  };
}
