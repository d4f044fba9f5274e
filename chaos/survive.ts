import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { createAgent } from "./agent.ts";
import { type Asker, createAsker } from "./asker.ts";
import { createChatter } from "./chatter.ts";
import { createDoubter } from "./doubter.ts";
import { breakThings } from "./fault.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { createRandom, type Random } from "./random.ts";
import type { Stage } from "./stage.ts";
import { createTimeline, type Timeline } from "./timeline.ts";
import { readTruth } from "./truth.ts";
import { checks, type Evidence, screensOf } from "./verdict.ts";
import { createWire, type Wire } from "./wire.ts";
import { tearWires } from "./wire-faults.ts";
import type { Player, World } from "./world.ts";

/** A client that converges later than this has not converged. Generous: two cores may have more to do than this. */
const patienceMs = 120_000;

const cache = join(import.meta.dirname, "../.cache");

export interface Result {
  name: string;
  problems: string[];
}

export async function survive(
  open: (random: Random, timeline: Timeline) => Promise<Stage>,
  crowd: number,
  seconds: number,
  seed: string,
): Promise<Result[]> {
  const random = createRandom(seed);
  const timeline = createTimeline();
  const stage = await open(random.fork("stage"), timeline);
  const wires = new Map<string, Wire>();
  const [quiet, over] = [new AbortController(), new AbortController()];
  const ledger = createLedger();
  const world: World = {
    ledger,
    random: random.fork("players"),
    quiet: quiet.signal,
    over: over.signal,
    async openWire(name) {
      const wire = await createWire(stage.nodes, random.fork(`wire ${name}`));
      wires.set(name, wire);
      return wire;
    },
  };
  const askers = await Promise.all(range(4).map((n) => createAsker(world, `asker${n}`, `198.51.100.${n}`)));
  const players: Player[] = [
    ...askers,
    ...(await Promise.all(range(crowd).map((n) => createChatter(world, `chatter${n}`, `203.0.113.${n}`)))),
    ...(await Promise.all(range(2).map((n) => createDoubter(world, `doubter${n}`, `192.0.2.${n}`)))),
    await createAgent(world, "agent1", "owner@demo.test", "192.0.2.101"),
    await createAgent(world, "agent2", "agent@demo.test", "192.0.2.102"),
    await createAgent(world, "agent3", "agent@demo.test", "192.0.2.103"),
  ];
  timeline.note(`${players.length} people begin`);
  const playing = Promise.all(players.map((player) => player.play()));
  const tearing = tearWires(world, wires, random.fork("wires"), timeline);
  await breakThings(stage.faults, random.fork("faults"), seconds * 1000);
  quiet.abort();
  const torn = await tearing;
  timeline.note("all is whole, nobody begins anything new");

  const began = performance.now();
  const enough = setTimeout(() => over.abort(), patienceMs);
  const evidence = await converge(stage, ledger, players, over.signal, timeline);
  const took = performance.now() - began;
  over.abort();
  clearTimeout(enough);
  await playing;
  timeline.note(
    [
      `converged after ${(took / 1000).toFixed(1)} s`,
      `${evidence.truth.messages.length} messages, ${ledger.acknowledged().length} acknowledged`,
      `${[...ledger.changes().values()].filter(({ known }) => known).length} changed, ${evidence.truth.messages.filter(({ files }) => files.length > 0).length} with a file`,
      `${sum([...wires.values()].map((wire) => wire.lost()))} answers lost, ${torn.cut} cut, ${torn.hushed} hushed`,
      slowest(askers),
    ].join("; "),
  );
  const results = checks.map(({ name, problems }) => ({ name, problems: problems(evidence) }));
  results.push({
    name: "no node ended by itself",
    problems: stage.nodes.flatMap((node) => node.crashes()),
  });
  await stage.close();
  if (results.some(({ problems }) => problems.length > 0)) keepLogs(stage);
  return results;
}

/** Until nothing is wrong any more, or it is over. */
async function converge(
  stage: Stage,
  ledger: Ledger,
  players: readonly Player[],
  over: AbortSignal,
  timeline: Timeline,
): Promise<Evidence> {
  let said = performance.now();
  for (;;) {
    const truth = await readTruth(stage.query);
    const evidence = { truth, ledger, screens: screensOf(players) };
    const wrong = checks.filter(({ problems }) => problems(evidence).length > 0);
    if (wrong.length === 0 || over.aborted) return evidence;
    if (performance.now() - said > 5000) {
      said = performance.now();
      for (const { name, problems } of wrong)
        timeline.note(`not yet: ${name}: ${problems(evidence).slice(0, 3).join("; ")}`);
    }
    await pause(300);
  }
}

function keepLogs({ nodes }: Stage): void {
  mkdirSync(cache, { recursive: true });
  for (const node of nodes) {
    const file = join(cache, `chaos-${node.name.replaceAll(" ", "-")}.log`);
    writeFileSync(file, node.log().join("\n"));
    process.stdout.write(`The log of ${node.name}: ${file}\n`);
  }
}

function slowest(askers: readonly Asker[]): string {
  const waits = askers.flatMap((asker) => asker.waits()).sort((a, b) => a - b);
  const seconds = (ms = 0) => (ms / 1000).toFixed(1);
  return `${waits.length} answers of the bot, median ${seconds(waits[waits.length >> 1])} s, slowest ${seconds(waits.at(-1))} s`;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
