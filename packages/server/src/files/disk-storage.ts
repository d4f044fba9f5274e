import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { FileStorage } from "./file-storage.ts";

/** Files in a folder of this machine. */
export function createDiskStorage(folder: string): FileStorage {
  const root = resolve(folder);
  const pathOf = (key: string): string => {
    const path = resolve(root, key);
    if (!path.startsWith(root + sep)) throw new Error("A key led out of the folder of files");
    return path;
  };
  return {
    async put(key, path) {
      const to = pathOf(key);
      await mkdir(dirname(to), { recursive: true });
      // First beside its place, perhaps on another disk than where it came from; then at once.
      const beside = join(dirname(to), `.${randomUUID()}`);
      await copyFile(path, beside);
      await rename(beside, to);
    },
    async read(key) {
      const file = await open(pathOf(key)).catch(unlessMissing);
      return file ? createReadStream("", { fd: file }) : null;
    },
    async move(from, to) {
      await mkdir(dirname(pathOf(to)), { recursive: true });
      await rename(pathOf(from), pathOf(to)).catch(unlessMissing);
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    link: async () => null,
  };
}

function unlessMissing(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
  throw error;
}
