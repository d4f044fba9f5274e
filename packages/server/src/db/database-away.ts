/** PostgreSQL's (class 08, shutdowns, no connection left), the driver's and the operating system's words for "not now". */
const away =
  /^(08\w{3}|57P0[123]|53300|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND)|EAI_AGAIN)$/;

/** Whether a statement failed because the database is away: restarting, unreachable or full. The same may succeed soon. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && away.test(String(error.code))) return true;
  return isDatabaseAway(error.cause);
}
