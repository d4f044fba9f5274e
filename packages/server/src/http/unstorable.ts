/**
 * The path of the first text that PostgreSQL cannot hold: with a NUL, or with half of a surrogate pair. Refused wherever
 * it comes in, so that no column meets it.
 */
export function findUnstorable(value: unknown, path: readonly string[] = []): string[] | null {
  if (typeof value === "string") return isStorable(value) ? null : [...path];
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) return [...path];
    const found = findUnstorable(inner, [...path, key]);
    if (found) return found;
  }
  return null;
}

const isStorable = (text: string): boolean => !text.includes("\0") && text.isWellFormed();
