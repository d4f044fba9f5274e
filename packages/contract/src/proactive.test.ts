import { expect, it } from "vitest";
import { matchesAddress } from "./proactive.ts";

it.each([
  ["/pricing", "/pricing", true],
  ["/pricing", "/pricing/team", false],
  ["/pricing*", "/pricing/team?x=1", true],
  ["*/checkout/*", "https://shop.example/de/checkout/2", true],
  ["*/checkout/*", "https://shop.example/de/checkout", false],
  ["https://*.example/*", "https://shop.example/", true],
  ["/a*b*c", "/axxbyyc", true],
  ["/a*b*c", "/ac", false],
  ["/aa*aa", "/aaa", false],
  ["*", "", true],
  ["/(a|b)+$", "/(a|b)+$", true],
])("%s and %s: %s", (pattern, address, matches) => expect(matchesAddress(pattern, address)).toBe(matches));

it("takes no time over a pattern that is made to take some", () => {
  const started = Date.now();
  matchesAddress("*a".repeat(150), "a".repeat(2000));
  expect(Date.now() - started).toBeLessThan(100);
});
