// @vitest-environment happy-dom
import type { Deskbell } from "@deskbell/sdk";
import { beforeEach, expect, test, vi } from "vitest";
import { createCommands } from "./run-command.ts";

let told: [name: string, ...args: unknown[]][];
let errors: string[];
let refuse = false;
let listed: { id: string; handling: string; ticket?: null }[] = [];
let hear: () => void;
beforeEach(() => {
  listed = [];
  told = [];
  errors = [];
  refuse = false;
});

/** Of the client, what identifies; each takes a while. */
const client = {
  async identify(...args: unknown[]) {
    await Promise.resolve();
    if (refuse) throw { code: "identity_invalid" };
    told.push(["identify", ...args]);
  },
  contact: {
    async update(body: unknown) {
      told.push(["update", body]);
    },
    async track(body: unknown) {
      told.push(["track", body]);
    },
  },
  conversations: {
    async update(id: string, body: unknown) {
      told.push(["conversation", id, body]);
    },
  },
  conversationList: {
    get: () => ({ items: listed }),
    subscribe(listener: () => void) {
      hear = listener;
    },
  },
} as unknown as Deskbell;
const run = () =>
  createCommands(client, {
    drafts: { get: () => null, set: () => undefined, clear: () => undefined },
    show: () => undefined,
    tellError: ({ code }) => errors.push(code),
  });
const settle = () => new Promise((resolve) => setTimeout(resolve));

test("who the visitor says to be needs no proof", async () => {
  run()("identify", [{ name: "Ada" }]);
  await settle();
  expect(told).toEqual([["update", { name: "Ada" }]]);
});

test("a proof comes first, so that what is said is said of the one who is proven", async () => {
  run()("identify", [{ name: "Ada", attributes: { plan: "team" } }, { token: "jwt" }]);
  await settle();
  expect(told).toEqual([
    ["identify", { token: "jwt" }],
    ["update", { name: "Ada", attributes: { plan: "team" } }],
  ]);
});

test("a proof alone says nothing, and without one the page is asked for it", async () => {
  run()("identify", [null, { token: "jwt" }]);
  run()("identify", [{}]);
  await settle();
  expect(told).toEqual([
    ["identify", { token: "jwt" }],
    ["identify", undefined],
  ]);
});

test("a proof that is refused is told to the page", async () => {
  refuse = true;
  run()("identify", [null, { token: "jwt" }]);
  await settle();
  expect(errors).toEqual(["identity_invalid"]);
});

test("labels and attributes wait for a conversation, and are told of it once", async () => {
  const command = run();
  command("addLabel", ["billing"]);
  command("setConversationAttributes", [{ order: 7 }]);
  await settle();
  expect(told).toEqual([]);
  listed = [
    { id: "old", handling: "closed", ticket: null },
    { id: "new", handling: "queue" },
  ];
  hear();
  hear();
  command("removeLabel", ["billing"]);
  await settle();
  expect(told).toEqual([
    ["conversation", "new", { addLabels: ["billing"] }],
    ["conversation", "new", { attributes: { order: 7 } }],
    ["conversation", "new", { removeLabels: ["billing"] }],
  ]);
});

test("what is said of a conversation to come is forgotten with the visitor who left", async () => {
  const command = run();
  command("addLabel", ["theirs"]);
  command("logout", []);
  listed = [{ id: "next", handling: "queue" }];
  hear();
  await settle();
  expect(told).toEqual([]);
});

test("what the visitor does is told with its place", async () => {
  run()("track", ["checkout.started", { items: 3 }]);
  await settle();
  expect(told).toEqual([["track", { name: "checkout.started", url: location.href, attributes: { items: 3 } }]]);
});

test("a command that is none warns", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  run()("showNothing", []);
  expect(warn).toHaveBeenCalledWith('Deskbell: unknown command "showNothing"');
});
