import type { IConfiguration, IForbiddenRuleType } from "dependency-cruiser";

/** Who may know whom (docs/architecture.md). `scripts/boundaries.test.ts` plants a violation of every rule. */

type Rule = IForbiddenRuleType & { name: string };

const test = "(\\.test\\.tsx?$|/test/)";
const platform = "^packages/server/src/(db|http|realtime|jobs|ai|mail|files)/";
const feature = "^packages/server/src/features/([^/]+)/";

const packages: Rule[] = [
  {
    name: "contract-knows-nobody",
    comment: "Everybody builds against the contract, so it builds against nobody.",
    from: { path: "^packages/contract/" },
    to: { path: "^(packages|examples|e2e|bench|scripts)/", pathNot: "^packages/contract/" },
  },
  {
    name: "plain-door-without-zod",
    comment: "A browser bundle never meets zod: plain types stay apart from their schemas.",
    from: { path: "^packages/contract/src/", pathNot: ["\\.schema\\.ts$", "/(schema|exactly)\\.ts$", test] },
    to: { path: ["node_modules/zod/", "\\.schema\\.ts$", "contract/src/(schema|exactly)\\.ts$"] },
  },
  {
    name: "browser-without-zod",
    comment: "What ships to browsers uses the contract's plain door.",
    from: { path: "^packages/(sdk|widget|agent-ui)/src/", pathNot: test },
    to: { path: ["node_modules/zod/", "\\.schema\\.ts$", "contract/src/(schema|exactly)\\.ts$"] },
  },
  {
    name: "sdk-knows-contract",
    comment: "contract ◀ sdk",
    from: { path: "^packages/sdk/" },
    to: { path: "^(packages|examples|e2e|bench|scripts)/", pathNot: "^packages/(sdk|contract)/" },
  },
  {
    name: "widget-knows-sdk",
    comment: "sdk ◀ widget",
    from: { path: "^packages/widget/" },
    to: { path: "^(packages|examples|e2e|bench|scripts)/", pathNot: "^packages/(widget|sdk)/" },
  },
  {
    name: "agent-ui-knows-sdk",
    comment: "sdk ◀ agent-ui",
    from: { path: "^packages/agent-ui/" },
    to: { path: "^(packages|examples|e2e|bench|scripts)/", pathNot: "^packages/(agent-ui|sdk)/" },
  },
  {
    name: "server-knows-contract",
    comment: "contract ◀ server",
    from: { path: "^packages/server/", pathNot: test },
    to: { path: "^(packages|examples|e2e|bench|scripts)/", pathNot: "^packages/(server|contract)/" },
  },
  {
    name: "server-tests-speak-through-sdk",
    comment: "A server test is a client like any other.",
    from: { path: "^packages/server/" },
    to: { path: "^(packages|examples|e2e|bench|scripts)/", pathNot: "^packages/(server|contract|sdk)/" },
  },
  {
    name: "examples-know-sdk",
    comment: "An example shows what a stranger can do: with what is published, nothing else.",
    from: { path: "^examples/", pathNot: test },
    to: { path: "^(packages|e2e|bench|scripts)/", pathNot: "^packages/(sdk|widget)/" },
  },
  {
    name: "packages-by-their-doors",
    comment: "Another package is entered by its published doors; how types are published is the same for all.",
    from: { path: "^packages/([^/]+)/" },
    to: {
      path: "^packages/[^/]+/",
      pathNot: [
        "^packages/$1/",
        "^packages/[^/]+/src/(index|schema|agent|node|chat)\\.ts$",
        "^packages/sdk/write-types\\.ts$",
      ],
    },
  },
];

const server: Rule[] = [
  {
    name: "main-is-known-by-nobody",
    comment: "main ▶ app",
    from: { path: "^packages/server/src/", pathNot: test },
    to: { path: "^packages/server/src/(main|cli/main)\\.ts$" },
  },
  {
    name: "features-do-not-know-app",
    comment: "app ▶ features: only main, the commands and tests build an app.",
    from: { path: "^packages/server/src/", pathNot: ["^packages/server/src/main\\.ts$", "/src/cli/", test] },
    to: { path: ["^packages/server/src/app\\.ts$", "^packages/server/src/cli/"] },
  },
  {
    name: "platform-without-product",
    comment: "features ▶ platform: the platform has no product words.",
    from: { path: platform, pathNot: test },
    to: { path: "^packages/server/src/features/" },
  },
  {
    name: "feature-by-its-doors",
    comment: "Another feature is entered by its index.ts, or by its tables.ts for a join or a foreign key.",
    from: { path: feature, pathNot: test },
    to: {
      path: "^packages/server/src/features/",
      pathNot: ["^packages/server/src/features/$1/", "^packages/server/src/features/[^/]+/(index|tables)\\.ts$"],
    },
  },
  {
    name: "edges-are-known-by-app-only",
    comment: "routes, sockets, pages ▶ verbs, never back.",
    from: { path: feature, pathNot: test },
    to: { path: "^packages/server/src/features/[^/]+/(routes|sockets|pages|widget-pages)\\.ts$" },
  },
  {
    name: "reading-rooms-know-no-verbs",
    comment: "verbs ▶ policy, queries, present ▶ tables: who reads or shows does not make things happen.",
    from: { path: "^packages/server/src/features/([^/]+)/(policy|queries|present)\\.ts$" },
    to: {
      path: "^packages/server/src/features/$1/",
      pathNot: "/(policy|queries|present|tables)\\.ts$",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "policy-is-pure",
    comment: "Who may is decided from what was loaded: policy reads no table and calls no library.",
    from: { path: "^packages/server/src/features/[^/]+/policy\\.ts$" },
    to: {
      path: [platform, "/(queries|present)\\.ts$", "node_modules/"],
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "tables-know-only-tables",
    comment: "What is stored stands on nothing but the platform and other tables.",
    from: { path: "^packages/server/src/features/[^/]+/tables\\.ts$" },
    to: { path: "^packages/server/src/features/", pathNot: "/tables\\.ts$" },
  },
];

const everywhere: Rule[] = [
  {
    name: "no-cycles",
    comment: "Two files that need each other are one thought. Types may, and two features through their doors.",
    from: {},
    to: {
      circular: true,
      viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"], pathNot: "/features/[^/]+/index\\.ts$" },
    },
  },
  {
    name: "products-without-tests",
    comment: "Tests know products, never back.",
    from: { path: "^(packages|examples)/", pathNot: test },
    to: { path: ["\\.test\\.tsx?$", "^packages/[^/]+/src/test/", "^e2e/"] },
  },
  {
    name: "nothing-unresolved",
    comment: "What cannot be found cannot be checked.",
    from: {},
    // `mdast` is a package of types alone; `?` asks Vite for something beside the module.
    to: { couldNotResolve: true, pathNot: ["^mdast$", "\\?"] },
  },
];

/** What must not be in the files that a page loads at once, whichever way it is imported. */
export const lean = [
  {
    name: "loader-alone",
    entry: "packages/widget/src/loader.ts",
    without: /node_modules\/|^packages\/sdk\/|\.tsx$/,
  },
];

/** Rules and how to read the sources. */
export const boundariesConfiguration = {
  forbidden: [...packages, ...server, ...everywhere],
  options: {
    // With TypeScript 7 the default parser reads nothing and says all is well.
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(packages|examples)/[^/]+/dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
} satisfies IConfiguration;
