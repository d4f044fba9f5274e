import { type LocalFormField, type LocalWords, wordsIn } from "@deskbell/sdk/agent";
import { locale } from "../text/text.ts";

type Options = LocalFormField["options"];

/** A choice a line, in each language. */
export function optionLines(options: Options): LocalWords {
  const locales = [...new Set(options.flatMap(({ label }) => Object.keys(label)))];
  return Object.fromEntries(locales.map((each) => [each, options.map(({ label }) => label[each] ?? "").join("\n")]));
}

/** The n-th lines of all languages are one choice; what is kept of it is what it is called in the reader's own. */
export function optionsFromLines(lines: LocalWords): Options {
  const split = Object.entries(lines).map(([each, said]) => [each, said.split("\n")] as const);
  const count = Math.max(0, ...split.map(([, each]) => each.length));
  return Array.from({ length: count }, (_, at) => {
    const label = Object.fromEntries(split.map(([each, said]) => [each, said[at] ?? ""]));
    return { value: wordsIn(label, locale), label };
  });
}
