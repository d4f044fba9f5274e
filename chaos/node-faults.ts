import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "./fault.ts";
import type { Node } from "./node.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

export function nodeFaults(nodes: readonly Node[], random: Random, { note }: Timeline): Fault[] {
  return nodes.flatMap((node) => [
    ...Array.from({ length: nodes.length === 1 ? 3 : 1 }, () => kill(node)),
    {
      name: `${node.name} freezes`,
      of: node.name,
      takes: 8000,
      async run() {
        const ms = random.between(2000, 7000);
        note(`${node.name} frozen for ${(ms / 1000).toFixed(1)} s`);
        node.freeze();
        await pause(ms);
        node.thaw();
      },
    },
  ]);

  function kill(node: Node): Fault {
    return {
      name: `${node.name} is killed`,
      of: node.name,
      takes: 6000,
      async run() {
        note(`${node.name} killed (-9)`);
        await node.kill();
        await pause(random.between(0, 3000));
        await node.start();
        note(`${node.name} serves again`);
      },
    };
  }
}
