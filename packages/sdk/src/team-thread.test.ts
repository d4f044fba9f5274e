import type { TeamConversation, TeamEvents, Viewing, ViewingSignal } from "@deskbell/contract";
import { expect, it } from "vitest";
import { createLive, type Live } from "./live.ts";
import { createOutbox } from "./outbox.ts";
import { createMemoryStore } from "./storage.ts";
import { createTeamThread } from "./team-thread.ts";

/** A server that tells every signal to everybody, also to who gave it. */
function createTeam() {
  const lives: Live<TeamConversation>[] = [];
  const told: Viewing[] = [];
  const waiting: Viewing[] = [];
  return {
    told,
    join(agentId: string) {
      const live = createLive<TeamConversation>((_, payload) => {
        waiting.push({ agentId, agentName: agentId, arrives: false, ...(payload as ViewingSignal) });
      });
      lives.push(live);
      return live;
    },
    tellAll() {
      for (let viewing = waiting.shift(); viewing && told.length < 1000; viewing = waiting.shift()) {
        told.push(viewing);
        for (const live of lives) live.tell("viewing", viewing satisfies TeamEvents["viewing"]);
      }
    },
  };
}

const never = () => new Promise<never>(() => undefined);

function open(live: Live<TeamConversation>, lane: string) {
  const storage = createMemoryStore();
  const owner = { owner: never, presentOwner: () => null, rehome: false };
  const outbox = createOutbox({ storage, key: "test", ...owner, deliver: never, onStored: () => undefined });
  return createTeamThread({
    lane,
    reader: "team",
    outbox,
    live,
    getConversation: never,
    listMessages: never,
    markRead: never,
    received: () => undefined,
    isSelf: () => false,
    report: () => undefined,
    messages: { edit: never, delete: never },
    listNotes: never,
  });
}

it("who opens a conversation hears of everybody who has it open, and then it is quiet", () => {
  const team = createTeam();
  const [ada, grace] = [team.join("ada"), team.join("grace")];
  open(ada, "one");
  team.tellAll();
  team.told.length = 0;
  open(grace, "one");
  team.tellAll();
  expect(team.told).toContainEqual({ agentId: "ada", agentName: "ada", conversationId: "one", arrives: false });
  expect(team.told.length).toBeLessThan(5);
});

it("the same agents with several conversations open, in several tabs, do not greet for ever", () => {
  const team = createTeam();
  for (const agentId of ["ada", "ada", "grace"]) {
    const live = team.join(agentId);
    for (const lane of ["one", "two", "three"]) open(live, lane);
  }
  team.tellAll();
  expect(team.told.length).toBeLessThan(100);
});
