import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "../app-error.ts";
import { createSniffer } from "./sniff.ts";

/** A whole file that somebody sent, on this machine until `done` is over. */
export interface ReceivedFile {
  path: string;
  size: number;
  /** Media type of its content. */
  type: string;
}

/**
 * Writes a body to disk as it comes in, at most `maxBytes` of it, hands the whole over and removes it afterwards, whatever
 * happened. Throws `file_too_large`, `file_empty`, `upload_incomplete`, and what `accept` throws about the content's type.
 */
export async function receiveFile<T>(
  folder: string,
  body: ReadableStream<Uint8Array> | null,
  { maxBytes, accept }: { maxBytes: number; accept(type: string): void },
  done: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  if (!body) throw new AppError("file_empty");
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  const sniffer = createSniffer();
  let size = 0;
  const check = new Transform({
    transform(chunk: Uint8Array, _, next) {
      size += chunk.length;
      if (size > maxBytes) return next(new AppError("file_too_large"));
      sniffer
        .see(chunk)
        .then((type) => {
          // As soon as it is certain: the rest need not come.
          if (type) accept(type);
          next(null, chunk);
        })
        .catch(next);
    },
  });
  try {
    await pipeline(readableOf(body), check, createWriteStream(path, { mode: 0o600 })).catch((error: unknown) => {
      if (error instanceof AppError) throw error;
      if (isDiskFault(error)) throw error;
      throw new AppError("upload_incomplete");
    });
    if (size === 0) throw new AppError("file_empty");
    const type = await sniffer.end();
    accept(type);
    return await done({ path, size, type });
  } finally {
    await rm(path, { force: true });
  }
}

/** Removes what a killed process left behind. */
export async function sweepReceived(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && found.mtime < before) await rm(path, { force: true });
  }
}

// The two declarations of the same class, Node's and the web's, differ in what no reader uses.
const readableOf = (body: ReadableStream): Readable => Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);

/** Ours, not the sender's: no space, no right. */
const isDiskFault = (error: unknown): boolean =>
  error instanceof Error && "syscall" in error && ["open", "write", "close"].includes(String(error.syscall));
