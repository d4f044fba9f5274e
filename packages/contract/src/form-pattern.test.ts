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
  const pieces = ["a", ".", "\\d", "[a-z]", "[^x]", "\\.", "(", "|", "+", "*", "?", "{1,9}", "{3}", "[", "\\"];
  const text = `${"a".repeat(patternedTextMax - 1)}!`;
  const patterns = pieces.flatMap((a) => pieces.flatMap((b) => pieces.map((c) => a + b + c)));
  const simple = [...patterns, ".*.*.*b", "[a-z]*[a-z]*[a-z]*[0-9]", "a+a{1,200}a*b"].filter(isSimplePattern);
  expect(simple.length).toBeGreaterThan(100);
  const started = Date.now();
  for (const pattern of simple) matchesPattern(pattern, text);
  expect(Date.now() - started).toBeLessThan(10_000);
});
