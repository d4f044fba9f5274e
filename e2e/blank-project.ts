import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const packages = join(import.meta.dirname, "../packages");
const execute = promisify(execFile);

/** Somebody's project, with nothing in it but our packages as they are published and what they name. */
export interface BlankProject {
  readonly folder: string;
  /** Runs a program of Node's in it; what it says, failed or not. */
  node(...args: string[]): Promise<string>;
  /** What TypeScript says of this file. */
  compile(file: string, moduleResolution: "bundler" | "node16"): Promise<string>;
  write(file: string, text: string): Promise<void>;
  /** Every file of an installed package, by name. */
  read(name: string): Promise<Map<string, string>>;
  remove(): Promise<void>;
}

/** Packs our packages and puts them, and of other packages the named, where an installer would: offline, as they are in the store. */
export async function createBlankProject(): Promise<BlankProject> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "deskbell-blank-"));
  const modules = join(folder, "node_modules");
  const run = (program: string, args: string[], cwd: string) => execute(program, args, { cwd, maxBuffer: 2 ** 24 });
  for (const name of ["sdk", "widget"]) {
    const to = join(folder, `packed-${name}`);
    await mkdir(to);
    await run("npx", ["--prefer-offline", "-y", "pnpm@12", "pack", "--pack-destination", to], join(packages, name));
    const [tarball = ""] = await readdir(to);
    await mkdir(join(modules, "@deskbell", name), { recursive: true });
    const into = join(modules, "@deskbell", name);
    await run("tar", ["-xzf", join(to, tarball), "-C", into, "--strip-components=1"], folder);
  }
  await install("socket.io-client", "sdk", modules);
  for (const peer of ["react", "@types/react", "vue"]) await install(peer, "widget", modules);
  await writeFile(join(folder, "package.json"), '{ "type": "module" }');
  // TypeScript 6, whose `tsc` is what most projects have.
  const tsc = join(await folderOf("typescript", "sdk"), "bin/tsc");
  const said = (program: Promise<{ stdout: string; stderr: string }>) =>
    program.catch((failed) => failed).then(({ stdout, stderr }) => `${stdout}${stderr}`);
  return {
    folder,
    node: (...args) => said(run(process.execPath, args, folder)),
    async compile(file, moduleResolution) {
      const module = moduleResolution === "node16" ? "node16" : "esnext";
      const options = { noEmit: true, strict: true, target: "es2022", lib: ["es2022", "dom"], types: [] };
      const config = { compilerOptions: { ...options, module, moduleResolution }, files: [file] };
      await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
      return said(run(process.execPath, [tsc], folder));
    },
    write: (file, text) => writeFile(join(folder, file), text),
    async read(name) {
      const root = join(modules, name);
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const names = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
      return new Map(
        await Promise.all(names.map(async (file) => [file, await readFile(join(root, file), "utf8")] as const)),
      );
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** In the store it lies beside what it needs. */
async function install(name: string, owner: string, modules: string): Promise<void> {
  await mkdir(dirname(join(modules, name)), { recursive: true });
  await symlink(await folderOf(name, owner), join(modules, name));
}

async function folderOf(name: string, owner: string): Promise<string> {
  return realpath(join(packages, owner, "node_modules", name));
}
