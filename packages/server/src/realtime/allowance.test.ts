import { expect, it } from "vitest";
import { createAllowance } from "./allowance.ts";

it("so many at once, then so many a second, and never more than that in store", () => {
  let instant = 0;
  const take = createAllowance(3, 2, () => instant);
  const taken = (tries: number) => Array.from({ length: tries }, take).filter(Boolean).length;
  expect(taken(10)).toBe(3);
  instant += 1000;
  expect(taken(10)).toBe(2);
  instant += 3_600_000;
  expect(taken(10)).toBe(3);
});
