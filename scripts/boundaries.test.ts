import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boundariesConfiguration, lean } from "../.dependency-cruiser.ts";
import { type BoundariesReport, readBoundaries } from "./boundaries.ts";

const feature = "packages/server/src/features";

/** Per rule: an import that breaks it, as `file: specifier`, and one that looks like it and is lawful. */
const planted: Record<
  string,
  { broken: [file: string, specifier: string]; lawful: [file: string, specifier: string] }
> = {
  "contract-knows-nobody": {
    broken: ["packages/contract/src/a1.ts", "../../sdk/src/index.ts"],
    lawful: ["packages/contract/src/a2.ts", "./message.ts"],
  },
  "plain-door-without-zod": {
    broken: ["packages/contract/src/b1.ts", "zod"],
    lawful: ["packages/contract/src/b1.schema.ts", "zod"],
  },
  "browser-without-zod": {
    broken: ["packages/sdk/src/c1.ts", "../../contract/src/schema.ts"],
    lawful: ["packages/sdk/src/c2.ts", "../../contract/src/index.ts"],
  },
  "sdk-knows-contract": {
    broken: ["packages/sdk/src/d1.ts", "../../server/src/index.ts"],
    lawful: ["packages/sdk/src/d2.ts", "../../contract/src/index.ts"],
  },
  "widget-knows-sdk": {
    broken: ["packages/widget/src/e1.ts", "../../contract/src/index.ts"],
    lawful: ["packages/widget/src/e2.ts", "../../sdk/src/index.ts"],
  },
  "agent-ui-knows-sdk": {
    broken: ["packages/agent-ui/src/f1.ts", "../../widget/src/index.ts"],
    lawful: ["packages/agent-ui/src/f2.ts", "../../sdk/src/agent.ts"],
  },
  "server-knows-contract": {
    broken: ["packages/server/src/g1.ts", "../../sdk/src/index.ts"],
    lawful: ["packages/server/src/g2.ts", "../../contract/src/schema.ts"],
  },
  "server-tests-speak-through-sdk": {
    broken: ["packages/server/src/h1.test.ts", "../../widget/src/index.ts"],
    lawful: ["packages/server/src/h2.test.ts", "../../sdk/src/index.ts"],
  },
  "examples-know-sdk": {
    broken: ["examples/bot/i1.ts", "../../packages/contract/src/index.ts"],
    lawful: ["examples/bot/i2.ts", "../../packages/sdk/src/node.ts"],
  },
  "packages-by-their-doors": {
    broken: ["packages/widget/src/j1.ts", "../../sdk/src/thread.ts"],
    lawful: ["packages/widget/src/j2.ts", "../../sdk/src/index.ts"],
  },
  "loader-alone": {
    broken: ["packages/widget/src/loader.ts", "./queue.ts"],
    lawful: ["packages/widget/src/panel.ts", "preact"],
  },
  "main-is-known-by-nobody": {
    broken: ["packages/server/src/k1.ts", "./main.ts"],
    lawful: ["packages/server/src/main.ts", "./app.ts"],
  },
  "features-do-not-know-app": {
    broken: [`${feature}/articles/l1.ts`, "../../app.ts"],
    lawful: ["packages/server/src/l2.test.ts", "./app.ts"],
  },
  "platform-without-product": {
    broken: ["packages/server/src/http/m1.ts", "../features/articles/index.ts"],
    lawful: [`${feature}/articles/m2.ts`, "../../http/server.ts"],
  },
  "feature-by-its-doors": {
    broken: [`${feature}/tickets/n1.ts`, "../articles/queries.ts"],
    lawful: [`${feature}/tickets/n2.ts`, "../articles/tables.ts"],
  },
  "edges-are-known-by-app-only": {
    broken: [`${feature}/articles/o1.ts`, "./routes.ts"],
    lawful: ["packages/server/src/app.ts", "./features/articles/routes.ts"],
  },
  "reading-rooms-know-no-verbs": {
    broken: [`${feature}/tickets/queries.ts`, "./assign-ticket.ts"],
    lawful: [`${feature}/tickets/assign-ticket.ts`, "../../transact.ts"],
  },
  "policy-is-pure": {
    broken: [`${feature}/tickets/policy.ts`, "./queries.ts"],
    lawful: [`${feature}/articles/policy.ts`, "./words.ts"],
  },
  "tables-know-only-tables": {
    broken: [`${feature}/tickets/tables.ts`, "../articles/index.ts"],
    lawful: [`${feature}/teams/tables.ts`, "../articles/tables.ts"],
  },
  "no-cycles": {
    broken: ["packages/sdk/src/p1.ts", "./p2.ts"],
    lawful: ["packages/sdk/src/p3.ts", "./p1.ts"],
  },
  "products-without-tests": {
    broken: ["packages/sdk/src/q1.ts", "./q2.test.ts"],
    lawful: ["packages/sdk/src/q2.test.ts", "./thread.ts"],
  },
  "nothing-unresolved": {
    broken: ["packages/sdk/src/r1.ts", "./gone.ts"],
    lawful: ["packages/sdk/src/r2.ts", "./thread.ts"],
  },
};

/** What the planted files import, and the second half of what needs two files. */
const ground: Record<string, string> = {
  "packages/contract/src/index.ts": 'export * from "./message.ts";',
  "packages/contract/src/schema.ts": "",
  "packages/contract/src/message.ts": "",
  "packages/sdk/src/index.ts": "",
  "packages/sdk/src/agent.ts": "",
  "packages/sdk/src/node.ts": "",
  "packages/sdk/src/thread.ts": "",
  "packages/sdk/src/p2.ts": 'export * from "./p1.ts";',
  "packages/widget/src/index.ts": "",
  "packages/widget/src/queue.ts": 'import "preact";',
  "packages/server/src/index.ts": "",
  "packages/server/src/transact.ts": "",
  "packages/server/src/http/server.ts": "",
  [`${feature}/articles/index.ts`]: "",
  [`${feature}/articles/tables.ts`]: "",
  [`${feature}/articles/queries.ts`]: "",
  [`${feature}/articles/routes.ts`]: "",
  [`${feature}/articles/words.ts`]: "",
};

describe("the directions of the map", () => {
  const folder = mkdtempSync(join(tmpdir(), "deskbell-boundaries-"));
  let report: BoundariesReport;

  beforeAll(async () => {
    const plant = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    for (const [file, text] of Object.entries(ground)) plant(file, text);
    for (const { broken, lawful } of Object.values(planted)) {
      for (const [file, specifier] of [broken, lawful]) plant(file, `export * from "${specifier}";\n`);
    }
    for (const name of ["preact", "zod"]) plant(`node_modules/${name}/index.js`, "");
    const files = [...Object.keys(ground), ...Object.values(planted).flatMap((it) => [it.broken[0], it.lawful[0]])];
    report = await readBoundaries(folder, files);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has a planted violation for every rule", () => {
    expect(Object.keys(planted).sort()).toEqual(
      [...boundariesConfiguration.forbidden, ...lean].map((rule) => rule.name).sort(),
    );
  });

  it.each(Object.entries(planted))("%s bites", (rule, { broken, lawful }) => {
    const bitten = report.problems.filter((problem) => problem.rule === rule).map((problem) => problem.from);
    expect(bitten).toContain(broken[0]);
    expect(bitten).not.toContain(lawful[0]);
  });

  it("says so when a file was not read", async () => {
    mkdirSync(join(folder, "packages/sdk/dist"));
    writeFileSync(join(folder, "packages/sdk/dist/index.ts"), "");
    const { problems } = await readBoundaries(folder, ["packages/sdk/src/index.ts", "packages/sdk/dist/index.ts"]);
    expect(problems).toEqual([{ rule: "every-file-is-read", from: "packages/sdk/dist/index.ts", to: "" }]);
  });
});
