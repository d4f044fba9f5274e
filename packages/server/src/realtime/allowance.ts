/** `burst` at once, then `perSecond`; answers whether there is one left, and takes it. */
export function createAllowance(
  burst: number,
  perSecond: number,
  now: () => number = () => performance.now(),
): () => boolean {
  let left = burst;
  let at = now();
  return () => {
    const instant = now();
    left = Math.min(burst, left + ((instant - at) / 1000) * perSecond);
    at = instant;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
