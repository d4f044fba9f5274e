import { basename, join } from "node:path";
import type { BrowserContext } from "playwright-core";
import { build, type Plugin } from "vite";
import { shared, target } from "../packages/widget/build-options.ts";

const source = join(import.meta.dirname, "../packages/widget/src");
/** Where words are kept: the widget's own, those of late parts, the launcher's. */
const wordsFile = /\/packages\/widget\/src\/(?:text\/(?:core|chat)\/(\w\w)|.*-words|locales)\.ts$/;
const records = ["locales", "proactive/proactive-words"];

/**
 * Brackets what is said in a language and names that language, `⟦de Ĥåļļö⟧`: whatever stands on a screen without brackets comes from
 * nowhere where words are kept, and what stands in brackets of another language was not drawn again. Sent to pages as source, so it stands alone.
 */
function pseudo<T>(words: T, locale?: string): T {
  const marked = (text: string): string => {
    const plain = "AEIOUaeiouclnrstyz";
    const accented = "ÅÉÎÖÛåéîöûçļñŕšţýž";
    const strange = text.replace(/⟦\w+ |[A-Za-z]/g, (found) => accented[plain.indexOf(found)] ?? found);
    return `⟦${locale} ${strange}⟧`;
  };
  const turn = (value: unknown): unknown => {
    if (typeof value === "string") return marked(value);
    if (typeof value === "function") return (...args: unknown[]) => turn(value(...args));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, turn(part)]));
  };
  if (locale !== undefined) return turn(words) as T;
  // A record of languages.
  return Object.fromEntries(Object.entries(words as object).map(([key, part]) => [key, pseudo(part, key)])) as T;
}

/** What a file of words exports is bracketed on its way out. */
const inBrackets: Plugin = {
  name: "in-brackets",
  enforce: "pre",
  transform(code, id) {
    const [isWords, locale] = wordsFile.exec(id) ?? [];
    if (!isWords) return null;
    const names: string[] = [];
    // Where a language's other words are is no word.
    const renamed = code.replace(/^export const (\w+)\b(?! = late\()/gm, (_, name: string) => {
      names.push(name);
      return `const plain_${name}`;
    });
    if (names.length === 0) throw new Error(`${id} exports no words, or in another way than it used to`);
    const given = locale ? `, ${JSON.stringify(locale)}` : "";
    const exports = names.map((name) => `export const ${name} = pseudo(plain_${name}${given});`);
    return { code: [renamed, pseudo, ...exports].join("\n"), map: null };
  },
};

/** The widget's code with all of its words in brackets, built from its sources and never written anywhere. */
async function buildInBrackets(): Promise<Map<string, string>> {
  const built = await build({
    ...shared,
    plugins: [...(shared.plugins ?? []), inBrackets],
    build: {
      target,
      write: false,
      modulePreload: false,
      reportCompressedSize: false,
      lib: { entry: { app: join(source, "mount.tsx") }, formats: ["es"] },
      rolldownOptions: { output: { entryFileNames: "app.js", chunkFileNames: "[name]-[hash].js", minify: false } },
    },
  });
  const files = [built].flat().flatMap((result) => ("output" in result ? result.output : []));
  return new Map(files.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file.code]] : [])));
}

/** The same for the script that the server builds, whose few words are found in it by what they are. */
async function bracketScript(script: string): Promise<string> {
  let bracketed = script;
  for (const record of records) {
    const exported: Record<string, unknown> = await import(join(source, `${record}.ts`));
    const words = Object.values(exported).find((each) => typeof each === "object") as Record<string, unknown>;
    for (const [locale, part] of Object.entries(words))
      for (const word of typeof part === "string" ? [part] : Object.values(part as object))
        bracketed = bracketed.replaceAll(`\`${word}\``, JSON.stringify(pseudo(word, locale)));
  }
  return bracketed;
}

/** Gives pages of these contexts the widget in brackets, as if the server had it, and what browsers say of times and amounts in brackets as well. */
export async function createPseudoLocale(): Promise<(context: BrowserContext) => Promise<void>> {
  const chunks = await buildInBrackets();
  return async (context) => {
    await context.addInitScript(`(${bracketBrowser})(${pseudo})`);
    await context.route(/\/w\/assets\//, (route) => {
      const name = basename(new URL(route.request().url()).pathname);
      const body = chunks.get(name);
      return route.fulfill({
        status: body === undefined ? 404 : 200,
        contentType: "text/javascript",
        headers: { "access-control-allow-origin": "*" },
        body: body ?? "",
      });
    });
    await context.route(/\/w\/[\w-]+\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: await bracketScript(await response.text()) });
    });
  };
}

/** In a page: dates, times, durations and amounts are words as well, and browsers know them. */
function bracketBrowser(bracket: typeof pseudo): void {
  const languageOf = (format: { resolvedOptions(): { locale: string } }) => format.resolvedOptions().locale.slice(0, 2);
  const { format } = Intl.RelativeTimeFormat.prototype;
  Intl.RelativeTimeFormat.prototype.format = function (...args: Parameters<typeof format>) {
    return bracket(format.apply(this, args), languageOf(this));
  };
  for (const { prototype } of [Intl.NumberFormat, Intl.DateTimeFormat]) {
    const own = Object.getOwnPropertyDescriptor(prototype, "format")?.get;
    Object.defineProperty(prototype, "format", {
      configurable: true,
      get(this: Intl.NumberFormat) {
        const say: (value: unknown) => string = own?.call(this);
        return (value: unknown) => bracket(say(value), languageOf(this));
      },
    });
  }
  for (const name of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"] as const) {
    const say: (...args: unknown[]) => string = Date.prototype[name];
    Object.defineProperty(Date.prototype, name, {
      configurable: true,
      value(this: Date, ...args: unknown[]) {
        return bracket(
          say.apply(this, args),
          new Intl.DateTimeFormat(args[0] as string).resolvedOptions().locale.slice(0, 2),
        );
      },
    });
  }
}
