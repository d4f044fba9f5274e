import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { environmentVariables, loadConfig } from "../packages/server/src/config.ts";
import { root } from "./workspace.ts";

const example = readFileSync(join(root, ".env.example"), "utf8");
const listed = [...example.matchAll(/^([A-Z_0-9]+)=(.*)$/gm)].map(([, name = "", value = ""]) => ({ name, value }));

it("lists every variable that the server reads, and no other", () => {
  expect(listed.map((variable) => variable.name).sort()).toEqual([...environmentVariables].sort());
});

it("shows the defaults: as it stands it says the same as an empty environment", () => {
  const written = Object.fromEntries(listed.map(({ name, value }) => [name, value]));
  expect(loadConfig(written)).toEqual(loadConfig({}));
});
