import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Whether a package's `dist` was built from other sources, or other dependencies, than those on disk. */
export function isStale(root: string, name: string, sources: string[]): boolean {
  const stamp = stampFile(root, name);
  return !existsSync(stamp) || readFileSync(stamp, "utf8") !== fingerprint(root, sources);
}

/** Remembers that `dist` stands for the sources on disk. */
export function markFresh(root: string, name: string, sources: string[]): void {
  const stamp = stampFile(root, name);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint(root, sources));
}

/** Inside `dist`, so that it goes when `dist` goes. */
const stampFile = (root: string, name: string) => join(root, "packages", name, "dist", ".built-from");

function fingerprint(root: string, sources: string[]): string {
  const hash = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "tsconfig.base.json", ...sources.flatMap((name) => sourceFiles(root, name))]) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function sourceFiles(root: string, name: string): string[] {
  const files = globSync([`packages/${name}/*`, `packages/${name}/{src,public}/**`], { cwd: root });
  return files.filter((file) => !/\.test\.tsx?$/.test(file) && statSync(join(root, file)).isFile()).sort();
}
