import type { ServerClient } from "@deskbell/sdk/node";
import { vi } from "vitest";

/** A contact, however they are played. */
export interface Player {
  say(words: string): Promise<void>;
  /** Their network is gone, and is back. */
  cut(): Promise<void>;
  restore(): Promise<void>;
  /** Sends what was refused again. */
  retry(): Promise<void>;
  askForPerson(): Promise<void>;
  /** What stands in the thread now, a line each: `mine: …`, `theirs: …`, `activity`, `waiting: …`, `failed: …`; see {@link line}. */
  lines(): Promise<string[]>;
}

/** One line of a thread. Of its words only the letters: blocks, formatting and citations are drawn, not written. */
export const line = (kind: string, words: string): string => `${kind}: ${words.replace(/\P{L}+/gu, "")}`;

interface Step {
  name: string;
  run(player: Player, team: Team): Promise<unknown>;
  /** When the step has come to its end. */
  until(lines: string[]): boolean;
}

interface Team {
  answer(words: string): Promise<unknown>;
  close(): Promise<unknown>;
  block(): Promise<unknown>;
  unblock(): Promise<unknown>;
}

const ends =
  (last: string) =>
  (lines: string[]): boolean =>
    lines.at(-1) === last;

/** A conversation from its first word to after its end, with what goes wrong in between. */
const scenario: Step[] = [
  {
    name: "the bot answers",
    run: (player) => player.say("How do I change the greeting?"),
    until: (lines) => lines.length === 2 && lines[1]?.startsWith("theirs:") === true,
  },
  {
    name: "without a network words wait",
    run: async (player) => {
      await player.cut();
      await player.say("Are you there?");
    },
    until: ends(line("waiting", "Are you there")),
  },
  {
    name: "with one they are sent by themselves",
    run: (player) => player.restore(),
    until: (lines) => lines.includes(line("mine", "Are you there")) && lines.at(-1)?.startsWith("theirs:") === true,
  },
  {
    name: "a person is asked for",
    run: (player) => player.askForPerson(),
    until: ends("activity"),
  },
  {
    name: "and answers, to a contact who is away at that moment",
    run: async (player, team) => {
      await player.cut();
      await team.answer("Here I am");
      await player.restore();
    },
    until: ends(line("theirs", "Here I am")),
  },
  {
    name: "what is refused stays, with its reason",
    run: async (player, team) => {
      await team.block();
      await player.say("Am I blocked?");
    },
    until: ends(line("failed", "Am I blocked")),
  },
  {
    name: "and is sent when its author says so",
    run: async (player, team) => {
      await team.unblock();
      await player.retry();
    },
    until: ends(line("mine", "Am I blocked")),
  },
  { name: "the conversation is closed", run: (_, team) => team.close(), until: ends("activity") },
  {
    name: "and opens again for what comes after",
    run: (player) => player.say("One more thing"),
    until: (lines) =>
      lines.includes(line("mine", "One more thing")) && lines.filter((line) => line === "activity").length === 3,
  },
];

/** Plays it, and answers with what stood there after each step. */
export async function play(player: Player, server: ServerClient): Promise<Record<string, string[]>> {
  const trace: Record<string, string[]> = {};
  const team = createTeam(server);
  for (const { name, run, until } of scenario) {
    await run(player, team);
    trace[name] = await vi.waitFor(
      async () => {
        const lines = await player.lines();
        if (!until(lines)) throw new Error(`${name}: ${JSON.stringify(lines, null, 1)}`);
        return lines;
      },
      { timeout: 20_000, interval: 50 },
    );
  }
  return trace;
}

/** The team, at the conversation that has changed last. */
function createTeam(server: ServerClient): Team {
  const latest = async () => {
    const [conversation] = (await server.conversations.list({ view: "all" })).data;
    if (!conversation) throw new Error("Nobody has written yet");
    return conversation;
  };
  let blockId = "";
  return {
    answer: async (body) => server.messages.send((await latest()).id, { body }),
    close: async () => server.conversations.close((await latest()).id),
    async block() {
      const { contact } = await latest();
      blockId = (await server.blocks.create({ contactId: contact.id })).id;
    },
    unblock: () => server.blocks.delete(blockId),
  };
}
