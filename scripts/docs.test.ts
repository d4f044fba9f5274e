import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { docsProblems } from "./docs.ts";

const folder = mkdtempSync(join(tmpdir(), "deskbell-docs-"));

beforeAll(() => {
  mkdirSync(join(folder, "docs"));
  mkdirSync(join(folder, "packages/sdk/src"), { recursive: true });
  writeFileSync(join(folder, "packages/sdk/src/index.ts"), "");
  writeFileSync(join(folder, "docs/other.md"), "# Some words, and more\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

function problemsOf(text: string): string[] {
  writeFileSync(join(folder, "docs/page.md"), text);
  return docsProblems(folder, ["docs/page.md"]);
}

it.each([
  "see `packages/sdk/src/gone.ts`",
  "see `packages/sdk/{src,gone}/index.ts`",
  "see `packages/<name>/src` and `packages/gone/<noun>.ts`",
  "the `vitest.config.ts` at the root",
  "[other](gone.md)",
  "[other](other.md#not-there)",
  "![picture](images/gone.png)",
  '<img src="images/gone.png">',
])("%s is a problem", (text) => {
  expect(problemsOf(`fine\n${text}\n`)).toEqual([expect.stringMatching(/^docs\/page\.md:2: /)]);
});

it.each([
  "see `packages/sdk/src/index.ts` and `packages/sdk/src/`",
  "see `packages/sdk/{src,src/index.ts}`",
  "see `packages/sdk/src/<noun>.ts` and `packages/sdk/src/*.ts`",
  "a route `/v1/sessions`, a word `session`, a package `@deskbell/sdk`, a file of a feature: `routes.ts`",
  "[other](other.md#some-words-and-more), [home](https://example.com/gone), [root](../packages/sdk)",
])("%s is fine", (text) => {
  expect(problemsOf(text)).toEqual([]);
});
