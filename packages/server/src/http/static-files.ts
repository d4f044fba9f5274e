import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context } from "hono";
import { AppError } from "../app-error.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json",
};
// Brotli's best takes seconds for a megabyte, and saves a twentieth more.
const qualityFor = ({ length }: Buffer) => (length < 200_000 ? 11 : 9);
const compressors = {
  br: (bytes: Buffer) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: qualityFor(bytes) } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
};
type Encoding = keyof typeof compressors;

/** The files of a built package, read once; names outside the folder do not exist for it. */
export class StaticFiles {
  readonly #files = new Map<string, Buffer>();
  readonly #compressed = new Map<string, Promise<Buffer>>();

  /** `only` these files, by name; by default all. */
  constructor(folder: string, only?: readonly string[]) {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).split(sep).join("/");
      if (!only || only.includes(name)) this.#files.set(name, readFileSync(path));
    }
  }

  has(name: string): boolean {
    return this.#files.has(name);
  }

  text(name: string): string {
    const file = this.#files.get(name);
    if (!file) throw new AppError("not_found");
    return file.toString("utf8");
  }

  /** Answers with the file, compressed as the browser likes. `immutable` for names that carry a hash. */
  async answer(http: Context, name: string, { immutable }: { immutable: boolean }): Promise<Response> {
    const file = this.#files.get(name);
    if (!file) throw new AppError("not_found");
    http.header("content-type", types[extname(name)] ?? "application/octet-stream");
    http.header("cache-control", immutable ? "public, max-age=31536000, immutable" : "no-cache");
    http.header("vary", "accept-encoding");
    const encoding = preferredEncoding(http);
    if (!encoding || file.length < 512) return http.body(new Uint8Array(file));
    const key = `${encoding} ${name}`;
    const compressed = this.#compressed.get(key) ?? compressors[encoding](file);
    this.#compressed.set(key, compressed);
    http.header("content-encoding", encoding);
    return http.body(new Uint8Array(await compressed));
  }
}

/** For text made on request. */
export async function answerCompressed(http: Context, text: string): Promise<Response> {
  const encoding = preferredEncoding(http);
  http.header("vary", "accept-encoding");
  if (!encoding) return http.body(text);
  http.header("content-encoding", encoding);
  return http.body(new Uint8Array(await compressors[encoding](Buffer.from(text))));
}

function preferredEncoding(http: Context): Encoding | null {
  const accepted = http.req.header("accept-encoding") ?? "";
  return /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
}
