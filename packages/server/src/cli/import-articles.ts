import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { z } from "zod";
import { type ArticleFile, type ImportResult, importArticles } from "../features/articles/import-articles.ts";
import { type Command, CommandError, options, workspaceNamed } from "./command.ts";
import { createProgressBar } from "./progress-bar.ts";

/** `import articles <folder> --workspace demo`: a folder of Markdown files becomes published articles. */
export const importArticlesCommand: Command = {
  name: "import articles",
  usage: "import articles <folder> --workspace demo [--site-url https://docs.acme.test]",
  summary: "Publish a folder of Markdown files as articles",
  parse: (args) => {
    const given = options(args, { workspace: z.string().min(1), "site-url": z.url().optional() });
    const [folder] = given._;
    if (folder === undefined) throw new CommandError("Name the folder: import articles <folder> --workspace demo");
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new CommandError(`There is no folder ${folder}`);
    const files = readArticleFiles(folder);
    if (files.length === 0) throw new CommandError(`There are no Markdown files (.md) in ${folder}`);
    return async (deps, print) => {
      const ctx = await workspaceNamed(deps, given.workspace);
      const started = performance.now();
      const bar = createProgressBar(process.stdout);
      const result = await importArticles(ctx, files, {
        ...(given["site-url"] && { siteUrl: given["site-url"] }),
        onProgress: bar.update,
      });
      bar.end();
      for (const line of describe(result, performance.now() - started)) print(line);
      if (result.failed.length > 0) process.exitCode = 1;
    };
  },
};

/** All Markdown files of a folder and its folders, by path; what is hidden stays out. */
export function readArticleFiles(folder: string): ArticleFile[] {
  const pathOf = (entry: Dirent) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name))
    .map(pathOf)
    .filter((path) => !path.split("/").some((part) => part.startsWith(".") || part === "node_modules"))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

function describe({ created, updated, unchanged, failed }: ImportResult, ms: number): string[] {
  return [
    ...failed.map(({ path, reason }) => `failed: ${path}: ${reason}`),
    `${created} created, ${updated} updated, ${unchanged} unchanged, ${failed.length} failed in ${(ms / 1000).toFixed(1)} s`,
  ];
}
