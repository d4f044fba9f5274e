import { randomUUID } from "node:crypto";
import type { Namespace } from "socket.io";

const everyMs = 1000;
const lostAfterMs = 5000;

interface Peers {
  /** This node had something to tell and could not: the others hear of it with the next greeting, and call their `missed`. */
  untold(): void;
  /** Says goodbye: a node that leaves in order has told all it had to tell. */
  close(): void;
}

/**
 * Nodes greet one another through Redis. `missed` is called when one of the others may have stored what it never told here: it fell silent, or says
 * itself that it could not tell.
 */
export function watchPeers(namespace: Namespace, isJoined: () => boolean, missed: () => void): Peers {
  const id = randomUUID();
  const lastHeard = new Map<string, number>();
  /** How much each of the others could not tell, as far as it is known here. */
  const known = new Map<string, number>();
  let untold = 0;
  namespace.on("node", (from: string, stays: boolean, couldNotTell: number) => {
    if (couldNotTell > (known.get(from) ?? 0)) missed();
    if (!stays) return forget(from);
    lastHeard.set(from, performance.now());
    known.set(from, couldNotTell);
  });
  function forget(peer: string): void {
    lastHeard.delete(peer);
    known.delete(peer);
  }
  const timer = setInterval(() => {
    // Without Redis nobody is heard, and joining it again is an occasion of its own.
    if (!isJoined()) return lastHeard.clear();
    namespace.serverSideEmit("node", id, true, untold);
    for (const [peer, heard] of lastHeard) {
      if (performance.now() - heard < lostAfterMs) continue;
      forget(peer);
      missed();
    }
  }, everyMs);
  timer.unref();
  return {
    untold() {
      untold++;
    },
    close() {
      clearInterval(timer);
      if (isJoined()) namespace.serverSideEmit("node", id, false, untold);
    },
  };
}
