import { parse } from "yaml";
import { z } from "zod";

const frontMatterSchema = z.looseObject({
  title: z.coerce.string().trim().min(1).max(300).optional(),
  description: z.coerce.string().trim().max(1000).nullish(),
  category: z.coerce.string().trim().min(1).max(120).optional(),
  locale: z.string().trim().min(2).max(35).optional(),
  "ms.service": z.coerce.string().optional(),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

const fence = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Takes the YAML between the first two `---` lines off a Markdown text. Throws when that YAML is broken. */
export function splitFrontMatter(text: string): { frontMatter: FrontMatter; markdown: string } {
  const found = fence.exec(text);
  if (!found) return { frontMatter: {}, markdown: text.replace(/^\uFEFF/, "") };
  const yaml: unknown = parse(found[1] ?? "") ?? {};
  return { frontMatter: frontMatterSchema.parse(yaml), markdown: text.slice(found[0].length) };
}
