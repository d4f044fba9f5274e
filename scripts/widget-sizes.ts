import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { root } from "./workspace.ts";

/** What a visitor may be made to fetch, in bytes after brotli. */
export const limits = {
  /** What every page that carries the widget loads. */
  loader: 2048,
  /** Until one can type: the loader, the panel, and its words in the longest language. */
  typing: 14 * 1024,
  /** All that a conversation needs, sockets included. */
  live: 32 * 1024,
  /** A part that comes when it is first shown. */
  late: 8 * 1024,
};

export interface Chunk {
  file: string;
  name: string;
  imports: string[];
}

export interface WidgetSizes {
  loader: number;
  typing: number;
  live: number;
  /** By name, without what the chat has brought, and without what late parts share. */
  late: Record<string, number>;
}

/** Comes only where WebSocket does not get through, and where another widget was. */
const fallbacks = /^(esm|compat)/;

/** From what imports what, so that whatever gets into a file by an import is counted. */
export function sumUp(chunks: readonly Chunk[], loader: number, sizeOf: (file: string) => number): WidgetSizes {
  const byFile = new Map(chunks.map((chunk) => [chunk.file, chunk]));
  const reach = (file: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(file)) return seen;
    seen.add(file);
    for (const next of byFile.get(file)?.imports ?? []) reach(next, seen);
    return seen;
  };
  const named = (name: string) => chunks.find((chunk) => chunk.name === name)?.file ?? missing(name);
  const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + sizeOf(file), 0);
  const longest = (part: string) =>
    Math.max(0, ...chunks.filter(({ name }) => name.startsWith(`${part}/`)).map(({ file }) => sizeOf(file)));
  const panel = reach(named("app"));
  const chat = new Set([...panel, ...reach(named("chat"))]);
  const typing = loader + sum(panel) + longest("core");
  const late = chunks.filter(({ file, name }) => !chat.has(file) && !name.includes("/") && !fallbacks.test(name));
  /** What late parts share is one of them, and comes once. */
  const isShared = ({ name }: Chunk) => name === "deskbell" || name === "sections";
  const shared = new Set(late.filter(isShared).map(({ file }) => file));
  return {
    loader,
    typing,
    live: loader + sum(chat) + longest("core") + longest("chat"),
    late: Object.fromEntries(
      late.map(({ file, name }) => [
        name,
        sum([...reach(file)].filter((each) => !chat.has(each) && (each === file || !shared.has(each)))),
      ]),
    ),
  };
}

function missing(name: string): never {
  throw new Error(`The widget was built without a file called ${name}`);
}

/** Of what was built last. */
export function widgetSizes(): WidgetSizes {
  const dist = join(root, "packages/widget/dist");
  const sizeOf = (file: string) => brotliCompressSync(readFileSync(join(dist, file))).byteLength;
  const { chunks, loader } = JSON.parse(readFileSync(join(dist, "manifest.json"), "utf8"));
  return sumUp(chunks, sizeOf(loader), sizeOf);
}

/** What is larger than it may be, in a line each. */
export function tooLarge(sizes: WidgetSizes): string[] {
  const wholes = (["loader", "typing", "live"] as const).filter((part) => sizes[part] > limits[part]);
  const parts = Object.keys(sizes.late).filter((part) => (sizes.late[part] ?? 0) > limits.late);
  return [
    ...wholes.map((part) => `${part}: ${sizes[part]} bytes, ${limits[part]} at most`),
    ...parts.map((part) => `late part ${part}: ${sizes.late[part]} bytes, ${limits.late} at most`),
  ];
}

/** Today's figures, for who wants to know. */
export const describeSizes = ({ loader, typing, live, late }: WidgetSizes): string =>
  [
    `loader ${loader}, until typing ${typing}, live chat ${live}`,
    Object.entries(late)
      .map(([name, bytes]) => `${name} ${bytes}`)
      .join(", "),
  ].join("\n");
