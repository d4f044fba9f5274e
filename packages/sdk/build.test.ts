import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
let project: string;
let installed: string;

/** A blank project with nothing but the packed package and its one dependency. */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "deskbell-sdk-"));
  const built = join(project, "built");
  installed = join(project, "node_modules/@deskbell/sdk");
  await run(process.execPath, ["build.ts", built], { cwd: import.meta.dirname });
  await run("npm", ["pack", built, "--ignore-scripts", "--pack-destination", project], { cwd: project });
  const tarball =
    (await readdir(project)).find((file) => file.endsWith(".tgz")) ?? expect.unreachable("nothing packed");
  await mkdir(installed, { recursive: true });
  await run("tar", ["-xzf", tarball, "-C", installed, "--strip-components=1"], { cwd: project });
  const socketIo = dirname(dirname(dirname(require.resolve("socket.io-client"))));
  await symlink(socketIo, join(project, "node_modules/socket.io-client"));
  await writeFile(join(project, "package.json"), '{ "type": "module" }');
  await writeFile(join(project, "app.ts"), app);
}, 60_000);

afterAll(() => rm(project, { recursive: true, force: true }));

const app = `
import { createDeskbell, DeskbellError, parseMarkdown, type ThreadState } from "@deskbell/sdk";
import { createAgentClient } from "@deskbell/sdk/agent";
import { createServerClient } from "@deskbell/sdk/node";

const deskbell = createDeskbell({ host: "https://a.example", channelKey: "demo" });
const state: ThreadState = deskbell.thread(null).get();
const off: () => void = deskbell.on("message.created", ({ seq }) => seq.toFixed());
// @ts-expect-error there is no such event
deskbell.on("message.lost", () => undefined);
const agent = createAgentClient({ host: "", apiKey: "dk_x" });
export const role: Promise<"owner" | "admin" | "supervisor" | "agent" | "viewer"> = agent.me().then((me) => me.role);
const server = createServerClient({ host: "https://a.example", apiKey: "dk_x" });
for (const method of [server.all, off]) if (typeof method !== "function") throw new DeskbellError(state.error!);
parseMarkdown("**ok**");
`;

test.each(["bundler", "node16"])(
  "a blank project compiles with moduleResolution %s",
  async (moduleResolution) => {
    const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
    const module = moduleResolution === "node16" ? "node16" : "esnext";
    const options = { noEmit: true, strict: true, target: "es2022", lib: ["es2022", "dom"], types: [] };
    const config = { compilerOptions: { ...options, module, moduleResolution }, files: ["app.ts"] };
    await writeFile(join(project, "tsconfig.json"), JSON.stringify(config));
    const { stdout } = await run(process.execPath, [tsc], { cwd: project }).catch((failed) => failed);
    expect(stdout).toBe("");
  },
  30_000,
);

test("the packed package runs in plain Node", async () => {
  const check = `const { parseMarkdown } = await import("@deskbell/sdk");
    await import("@deskbell/sdk/agent"); await import("@deskbell/sdk/node");
    console.log(parseMarkdown("hi")[0].type)`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", check], { cwd: project });
  expect(stdout).toBe("paragraph\n");
});

test("it brings no zod, no contract package and nothing but what is documented", async () => {
  const files = (await readdir(installed, { recursive: true })).filter((file) => /\.(js|ts|json)$/.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(installed, file), "utf8")));
  expect(texts.join("\n")).not.toMatch(/zod|@deskbell\/contract|workspace:\*/);
  expect(files.filter((file) => !file.startsWith("shared/")).sort()).toEqual([
    "agent.d.ts",
    "agent.js",
    "index.d.ts",
    "index.js",
    "node.d.ts",
    "node.js",
    "package.json",
  ]);
});
