import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { type Plugin, rollup } from "rollup";
// TypeScript 6, this package's own: 7 has no API for other programs.
import ts from "typescript";
import { inlineOwn, writeTypes } from "./write-types.ts";

const here = import.meta.dirname;
const doors = ["index", "agent", "node"] as const;

/** Writes the package as it is published: plain ESM and types, with the contract inlined. */
export async function buildPackage(target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const input = Object.fromEntries(doors.map((door) => [door, `${here}/src/${door}.ts`]));
  const external = ["socket.io-client", "node:crypto"];
  const scripts = await rollup({ input, external, plugins: [inlineOwn, stripTypes] });
  await scripts.write({ dir: target, format: "es", chunkFileNames: "shared/[name].js" });
  await scripts.close();
  await writeTypes({ input, external, target, tsconfig: `${here}/tsconfig.json` });
  await writeFile(`${target}/package.json`, `${JSON.stringify(await publishedManifest(), null, 2)}\n`);
  await copyFile(`${here}/README.md`, `${target}/README.md`);
  await copyFile(`${here}/../../LICENSE`, `${target}/LICENSE`);
}

const stripTypes: Plugin = {
  name: "strip-types",
  transform(code, id) {
    if (!id.endsWith(".ts")) return null;
    const { ES2022: target } = ts.ScriptTarget;
    const compilerOptions = { target, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
    return { code: ts.transpileModule(code, { compilerOptions }).outputText, map: null };
  },
};

async function publishedManifest(): Promise<object> {
  const source = JSON.parse(await readFile(`${here}/package.json`, "utf8"));
  const { name, version, description, license, keywords, dependencies } = source;
  const entries = doors.map((door) => [
    door === "index" ? "." : `./${door}`,
    { types: `./${door}.d.ts`, default: `./${door}.js` },
  ]);
  return {
    ...{ name, version, description, keywords, license, type: "module", sideEffects: false },
    ...{ exports: Object.fromEntries(entries), dependencies, engines: { node: ">=20.19" } },
  };
}

if (import.meta.main) await buildPackage(process.argv[2] ?? `${here}/dist/npm`);
