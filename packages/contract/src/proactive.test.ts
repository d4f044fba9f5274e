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
  // The best of a few: on a busy machine any one of them may have to wait.
  const took = [1, 2, 3].map(() => {
    const started = Date.now();
    matchesAddress("*a".repeat(150), "a".repeat(2000));
    return Date.now() - started;
  });
  expect(Math.min(...took)).toBeLessThan(100);
});
