import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** A path starts in one of these: anything else in backticks is a route, a word or a command. */
const folders = /^(packages|docs|examples|e2e|bench|scripts|\.ci)\/[\w@./<>{},*-]*$/;
const rootFile =
  /^(package\.json|pnpm-workspace\.yaml|README\.md|LICENSE|\.env\.example|[\w.-]+\.(config\.ts|json|mjs))$/;

/** Every path in backticks and every link that leads nowhere, as `file:line: what`. */
export function docsProblems(root: string, files: string[]): string[] {
  return files.flatMap((file) => {
    const lines = readFileSync(join(root, file), "utf8").split("\n");
    return lines.flatMap((line, index) =>
      [...missingPaths(root, line), ...brokenLinks(root, file, line)].map((what) => `${file}:${index + 1}: ${what}`),
    );
  });
}

function missingPaths(root: string, line: string): string[] {
  const spans = [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
  const paths = spans.filter((span) => folders.test(span) || rootFile.test(span)).flatMap(expandBraces);
  return paths.filter((path) => !isThere(root, path)).map((path) => `${path} does not exist`);
}

/** `a/{b,c}.ts` stands for two paths. */
function expandBraces(path: string): string[] {
  const match = /^(.*?)\{([^{}]+)\}(.*)$/.exec(path);
  if (!match) return [path];
  const [, before = "", choices = "", after = ""] = match;
  return choices.split(",").flatMap((choice) => expandBraces(before + choice + after));
}

/** `<noun>` and `*` stand for any name: what is before them must be there. */
function isThere(root: string, path: string): boolean {
  const known = path
    .split("/")
    .filter((_, index, parts) => !parts.slice(0, index + 1).some((part) => /[<*]/.test(part)));
  return existsSync(join(root, known.join("/")));
}

function brokenLinks(root: string, file: string, line: string): string[] {
  const targets = [...line.matchAll(/\]\(([^)\s]+)\)/g), ...line.matchAll(/(?:src|href)="([^"]+)"/g)].map(
    (it) => it[1] ?? "",
  );
  return targets.flatMap((target) => {
    const [path = "", anchor] = target.split("#");
    if (/^[a-z]+:/.test(target) || path.startsWith("/")) return [];
    const linked = path === "" ? file : normalize(join(dirname(file), path));
    if (!existsSync(join(root, linked))) return [`link to ${target} leads nowhere`];
    if (anchor && linked.endsWith(".md") && !anchorsOf(root, linked).includes(anchor)) {
      return [`link to ${target}: there is no such heading`];
    }
    return [];
  });
}

/** Headings as GitHub names them. */
function anchorsOf(root: string, file: string): string[] {
  const headings = readFileSync(join(root, file), "utf8").matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, text = ""]) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}
