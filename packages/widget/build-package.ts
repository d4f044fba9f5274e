import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";
import { writeTypes } from "../sdk/write-types.ts";
import { shared, target } from "./build-options.ts";

const root = import.meta.dirname;
const doors = ["index", "react", "vue"];

/** Writes the package as it is published: plain ESM with nothing left to install, and types. */
export async function buildPackage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const source = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const external = Object.keys(source.peerDependencies);
  const input = Object.fromEntries(doors.map((door) => [door, join(root, `src/${door}.ts`)]));
  await build({
    ...shared,
    build: {
      target,
      outDir: folder,
      emptyOutDir: false,
      reportCompressedSize: false,
      lib: { entry: input, formats: ["es"] },
      rolldownOptions: {
        external,
        output: { entryFileNames: "[name].js", chunkFileNames: "shared/[name]-[hash].js", minify: true },
      },
    },
  });
  await writeTypes({ input, external, target: folder, tsconfig: join(root, "tsconfig.json") });
  const { name, version, description, keywords, license, peerDependencies, peerDependenciesMeta } = source;
  const exports = Object.fromEntries(
    doors.map((door) => [door === "index" ? "." : `./${door}`, { types: `./${door}.d.ts`, default: `./${door}.js` }]),
  );
  const manifest = {
    ...{ name, version, description, keywords, license, type: "module", sideEffects: false },
    ...{ exports, peerDependencies, peerDependenciesMeta },
  };
  await writeFile(join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  await copyFile(join(root, "README.md"), join(folder, "README.md"));
  await copyFile(join(root, "../../LICENSE"), join(folder, "LICENSE"));
}

if (import.meta.main) await buildPackage(process.argv[2] ?? join(root, "dist/npm"));
