import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Config } from "../config.ts";
import { createDiskStorage } from "./disk-storage.ts";
import { createS3Storage } from "./s3-storage.ts";

/** Bytes by key. A key is made of ids and plain words, with slashes. */
export interface FileStorage {
  /** Takes over a finished file of this machine: it stands there whole or not at all. */
  put(key: string, path: string, type: string): Promise<void>;
  /** `null` when there is nothing. */
  read(key: string): Promise<Readable | null>;
  /** Nothing happens when there is nothing. */
  move(from: string, to: string): Promise<void>;
  remove(key: string): Promise<void>;
  /** Where a browser may fetch it by itself for a minute; `null` where only this process can. */
  link(key: string, headers: { type: string; disposition: string }): Promise<string | null>;
}

/** On disk, or in a bucket where one is configured. */
export const openFileStorage = ({ dataDir, s3 }: Pick<Config, "dataDir" | "s3">): FileStorage =>
  s3 ? createS3Storage(s3) : createDiskStorage(join(dataDir, "files"));
