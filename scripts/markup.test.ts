import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFiles, root } from "./workspace.ts";

const sinks = new RegExp(
  [
    '\\b(inner|outer)HTML\\b(?!")',
    "dangerouslySetInnerHTML",
    "insertAdjacentHTML",
    "createContextualFragment",
    "document\\.write",
    "setHTML(Unsafe)?\\(",
    "srcdoc",
    "DOMParser",
    "\\beval\\(",
    "new Function\\(",
  ].join("|"),
);

/** What runs in browsers, without its tests. */
const browserFiles = projectFiles("packages", "examples").filter(
  (file) =>
    /^(packages\/(contract|sdk|widget|agent-ui)|examples)\/.*\.(tsx?|jsx?|html|vue)$/.test(file) &&
    !/\.test\./.test(file),
);

test("nothing in browser code turns words into markup or programs", () => {
  expect(browserFiles.length).toBeGreaterThan(200);
  const found = browserFiles.flatMap((file) =>
    readFileSync(join(root, file), "utf8")
      .split("\n")
      .flatMap((line, n) =>
        sinks.test(line) && !/^\s*(\*|\/\/|\/\*\*)/.test(line) ? [`${file}:${n + 1} ${line.trim()}`] : [],
      ),
  );
  expect(found).toEqual([]);
});

test.each(["element.innerHTML = words", "<b dangerouslySetInnerHTML={{ __html: words }} />", "eval(words)"])(
  "finds %s",
  (line) => expect(line).toMatch(sinks),
);
