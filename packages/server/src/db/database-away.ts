/** PostgreSQL's (class 08, shutdowns, no connection left) and the operating system's words for "not now". */
const codes =
  /^(08\w{3}|57P0[123]|53300|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND)|EAI_AGAIN)$/;
/** The driver's, which has no codes. */
const words =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout (expired|exceeded)|Cannot use a pool after)/;

/** Whether a statement failed because the database is away: restarting, unreachable or full. The same may succeed soon. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error ? codes.test(String(error.code)) : words.test(error.message)) return true;
  return isDatabaseAway(error.cause);
}
