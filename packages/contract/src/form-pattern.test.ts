import fc from "fast-check";
import { expect, test } from "vitest";
import { isSimplePattern, matchesPattern, patternedTextMax } from "./form-pattern.ts";

test.each([
  ["[A-Z]{2}-\\d{4,6}", true],
  ["\\d{5}", true],
  ["[^\\s@]+@[^\\s@]+", true],
  ["\\+?[\\d ]+", true],
  [".*", true],
  ["", false],
  ["(a+)+b", false],
  ["a|b", false],
  ["(?=a)", false],
  ["\\1", false],
  ["a**", false],
  ["[z-a]", false],
  ["a{3,1}", false],
  ["[abc", false],
  ["^a$", false],
  ["\\d*\\d*\\d*\\d*x", false],
])("%s is a simple pattern: %s", (pattern, simple) => expect(isSimplePattern(pattern)).toBe(simple));

test("a pattern speaks of the whole text", () => {
  expect(matchesPattern("\\d{4}", "1234")).toBe(true);
  for (const text of ["12345", "x1234", "1234\n", "1234\n5678"]) expect(matchesPattern("\\d{4}", text)).toBe(false);
});

test("whatever is taken for simple is a pattern, and ends soon on any text", () => {
  const piece = fc.constantFrom(
    "a",
    ".",
    "\\d",
    "[a-z]",
    "[^x]",
    "\\w",
    "\\.",
    "(",
    "|",
    "+",
    "*",
    "?",
    "{1,9}",
    "{3}",
    "[",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
      const pattern = pieces.join("");
      if (!isSimplePattern(pattern)) return;
      const started = performance.now();
      matchesPattern(pattern, `${"a".repeat(patternedTextMax - 1)}!`);
      expect(performance.now() - started, pattern).toBeLessThan(500);
    }),
    { numRuns: 2000 },
  );
});
