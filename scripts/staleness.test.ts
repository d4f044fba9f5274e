import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { isStale, markFresh } from "./staleness.ts";

let root: string;
const widget = ["sdk", "widget"];
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "deskbell-staleness-"));
  for (const file of ["pnpm-lock.yaml", "tsconfig.base.json", "packages/widget/build.ts"]) write(file, "as it was");
  for (const file of ["packages/sdk/src/a/b.ts", "packages/widget/src/app.css"]) write(file, "as it was");
});
afterEach(() => rmSync(root, { recursive: true }));

it("is stale before the first build and fresh after it", () => {
  expect(isStale(root, "widget", widget)).toBe(true);
  markFresh(root, "widget", widget);
  expect(isStale(root, "widget", widget)).toBe(false);
});

it.each([
  "packages/sdk/src/a/b.ts",
  "packages/widget/src/app.css",
  "packages/widget/src/new.ts",
  "packages/widget/build.ts",
  "pnpm-lock.yaml",
])("is stale when %s has changed", (file) => {
  markFresh(root, "widget", widget);
  write(file, "changed");
  expect(isStale(root, "widget", widget)).toBe(true);
});

it.each(["packages/widget/src/app.test.ts", "packages/widget/dist/app.js", "packages/server/src/main.ts"])(
  "is fresh whatever happens to %s",
  (file) => {
    markFresh(root, "widget", widget);
    write(file, "changed");
    expect(isStale(root, "widget", widget)).toBe(false);
  },
);

it("is stale when dist is gone", () => {
  markFresh(root, "widget", widget);
  rmSync(join(root, "packages/widget/dist"), { recursive: true });
  expect(isStale(root, "widget", widget)).toBe(true);
});
