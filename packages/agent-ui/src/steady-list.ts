interface Identified {
  id: string;
}

export interface SteadyList<T> {
  rows: T[];
  /** Shown still, but no longer part of the list. */
  gone: ReadonlySet<string>;
  /** Held back, because showing them would move what is being read. */
  arrived: number;
}

/**
 * Nothing jumps while somebody reads or aims: a held list keeps the order it had, with fresh contents. Only rows that
 * stand behind everything shown are added. Letting go shows the list as it is.
 */
export function steadyList<T extends Identified>(shown: readonly T[], current: T[], held: boolean): SteadyList<T> {
  if (!held || shown.length === 0) return { rows: current, gone: new Set(), arrived: 0 };
  const fresh = new Map(current.map((row) => [row.id, row]));
  const kept = new Set(shown.map((row) => row.id));
  const last = current.findLastIndex((row) => kept.has(row.id));
  const behind = current.slice(last + 1);
  return {
    rows: [...shown.map((row) => fresh.get(row.id) ?? row), ...behind],
    gone: new Set(shown.filter((row) => !fresh.has(row.id)).map((row) => row.id)),
    arrived: current.slice(0, last + 1).filter((row) => !kept.has(row.id)).length,
  };
}
