import { execFileSync } from "node:child_process";
import { expect, expectTypeOf, test } from "vitest";
import type { AgentClient, ThreadItem as TeamThreadItem } from "./agent.ts";
import {
  type Conversation,
  createDeskbell,
  type Deskbell,
  type DeskbellError,
  type ErrorCode,
  type Message,
  type Session,
  type ThreadItem,
} from "./index.ts";
import type { ServerClient } from "./node.ts";

test("every door opens on a server, without window, document or localStorage, and touches nothing", () => {
  const script = `for (const door of ["index", "agent", "node"]) await import("./src/" + door + ".ts");
    const { createDeskbell } = await import("./src/index.ts");
    createDeskbell({ host: "https://a.example", channelKey: "demo" }).thread(null).close();`;
  const run = () =>
    execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: `${import.meta.dirname}/..` });
  expect(run).not.toThrow();
});

test("the types tell who hears what", () => {
  expectTypeOf(createDeskbell).returns.toEqualTypeOf<Deskbell>();
  expectTypeOf<Deskbell["start"]>().returns.resolves.toEqualTypeOf<Session>();
  expectTypeOf<Deskbell["conversations"]["get"]>().returns.resolves.toEqualTypeOf<Conversation>();
  expectTypeOf<Parameters<Deskbell["on"]>[0]>().toEqualTypeOf<
    | (
        | "message.created"
        | "message.updated"
        | "conversation.updated"
        | "place.updated"
        | "ticket.updated"
        | "bot.delta"
        | "typing"
        | "read"
        | "presence"
        | "delivered"
      )
    | ("connection" | "session" | "error")
  >();
  const subscribe = (deskbell: Deskbell) => deskbell.on("message.created", (message) => message);
  expectTypeOf(subscribe).returns.toEqualTypeOf<() => void>();
  expectTypeOf<Extract<ThreadItem, { kind: "message" }>["message"]>().toEqualTypeOf<Message>();
  expectTypeOf<Extract<ThreadItem, { kind: "pending" }>["error"]>().toEqualTypeOf<DeskbellError | null>();
  expectTypeOf<TeamThreadItem>().toEqualTypeOf<ThreadItem>();
  expectTypeOf<Deskbell>().not.toHaveProperty("notes");
  expectTypeOf<ReturnType<Deskbell["thread"]>>().not.toHaveProperty("addNote");
  expectTypeOf<ReturnType<AgentClient["thread"]>>().toHaveProperty("addNote");
  expectTypeOf<ServerClient>().not.toHaveProperty("connect");
});

test("an error's code is one of the server's or of this side's", () => {
  expectTypeOf<DeskbellError["code"]>().toEqualTypeOf<ErrorCode | "network" | "timeout" | "aborted">();
  expectTypeOf<DeskbellError["fields"]>().toEqualTypeOf<Record<string, string>>();
  expectTypeOf<DeskbellError["retryAfter"]>().toEqualTypeOf<number | null>();
});

test("a clientId may be given or left to the SDK, the body may not", () => {
  type Send = Parameters<Deskbell["messages"]["send"]>[1];
  expectTypeOf<{ body: string }>().toExtend<Send>();
  expectTypeOf<{ body: string; clientId: string }>().toExtend<Send>();
  expectTypeOf<{ clientId: string }>().not.toExtend<Send>();
});
