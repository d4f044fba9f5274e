import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";
import type { Wire } from "./wire.ts";
import { rest, type World } from "./world.ts";

/** What happens to clients' connections all the time, to one here and one there; and now and then to all at once. */
export async function tearWires(world: World, wires: ReadonlyMap<string, Wire>, random: Random, timeline: Timeline) {
  const counts = { cut: 0, hushed: 0 };
  while (!world.quiet.aborted) {
    await rest(world, random.between(100, 600));
    const wire = random.pick([...wires.values()]);
    const dice = random.next();
    if (dice < 0.35) {
      counts.cut += 1;
      wire.cut();
    } else if (dice < 0.9) wire.loseAnswers(random.between(1, 2));
    else if (dice < 0.98) {
      counts.hushed += 1;
      wire.hush(random.between(500, 6000), random.pick(["resume", "cut"]));
    } else {
      timeline.note("all clients' connections cut");
      for (const each of wires.values()) each.cut();
    }
  }
  for (const wire of wires.values()) wire.mend();
  return counts;
}
