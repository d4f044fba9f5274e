/** What of all transactions had ended at one moment, as PostgreSQL writes it: `xmin:xmax:` and those between that had not. */
export type Snapshot = string;

/** More of them would make a long cursor: then what came since the oldest is read again, which is harmless. */
const mostOpen = 16;

export function shortened(snapshot: Snapshot): Snapshot {
  const { oldest, open } = partsOf(snapshot);
  return open.length > mostOpen ? `${oldest}:${oldest}:` : snapshot;
}

/** The oldest transaction that had not ended. */
export const oldestOf = (snapshot: Snapshot): string => String(partsOf(snapshot).oldest);

/** The first transaction that had not begun. */
export const endOf = (snapshot: Snapshot): string => String(partsOf(snapshot).end);

/** The database refuses other text as a snapshot: a forged one must not get there. */
export function isSnapshot(text: string): boolean {
  if (!/^\d{1,19}:\d{1,19}:(\d{1,19}(,\d{1,19})*)?$/.test(text)) return false;
  const { oldest, end, open } = partsOf(text);
  const isRising = open.every((id, at) => id >= oldest && id < end && (at === 0 || id > (open[at - 1] ?? end)));
  return oldest > 0n && oldest <= end && end < 2n ** 63n && isRising;
}

function partsOf(snapshot: Snapshot): { oldest: bigint; end: bigint; open: bigint[] } {
  const [oldest = "", end = "", open = ""] = snapshot.split(":");
  return { oldest: BigInt(oldest), end: BigInt(end), open: open ? open.split(",").map(BigInt) : [] };
}
