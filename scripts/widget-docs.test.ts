import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { presets } from "../packages/contract/src/looks.ts";
import { root } from "./workspace.ts";

const read = (path: string) => readFileSync(join(root, "packages/widget/src", path), "utf8");
const docs = readFileSync(join(root, "docs/widget.md"), "utf8");
const section = (title: string) => docs.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? "";
/** The names of an interface's members. */
const members = (source: string, name: string) => {
  const body = new RegExp(`interface ${name} {\\n([^]*?)\\n}`).exec(source)?.[1] ?? "";
  return [...body.matchAll(/^ {2}(\w+)[?<(:]/gm)].map(([, member = ""]) => member);
};

it.each([
  ["Settings", members(read("settings.ts"), "DeskbellSettings")],
  ["Commands", members(read("commands.ts"), "DeskbellCommands")],
  ["Events", members(read("page-events.ts"), "DeskbellPageEvents")],
])("docs/widget.md tells of all %s", (title, names) => {
  expect(names.length).toBeGreaterThan(5);
  expect(names.filter((name) => !new RegExp(`\`${name}[\`(]`).test(section(title)))).toEqual([]);
});

it("docs/widget.md tells of every custom property of the page that the styles read, and of no other", () => {
  const files = ["styles/launcher.css", "styles/core.css", "styles/notice.css", "widget-settings.ts", "mount.tsx"];
  const names = (text: string) => [...new Set(text.match(/--deskbell-[a-z]+(-[a-z]+)*/g))].sort();
  expect(names(section("Looks"))).toEqual(names(files.map(read).join("")));
});

it("docs/widget.md tells of every preset, with its values", () => {
  const cells = section("Looks")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("`", "")));
  const head = cells.find(([, first]) => first === "preset") ?? [];
  const told = cells
    .slice(cells.indexOf(head) + 2)
    .filter(([, name]) => name && name in presets)
    .map((row) => [
      row[1],
      Object.fromEntries(head.map((name, at) => [name, row[at]]).filter(([name]) => /^--/.test(`${name}`))),
    ]);
  expect(Object.fromEntries(told)).toEqual(presets);
});
