import type { Deskbell } from "@deskbell/sdk";
import { beforeEach, expect, test } from "vitest";
import { createCommands } from "./run-command.ts";

let told: [name: string, ...args: unknown[]][];
let errors: string[];
let refuse = false;
beforeEach(() => {
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
