import { ConfigError } from "./config.ts";
import { DataDirLockedError } from "./db/data-dir-lock.ts";
import { DatabaseUnreachableError } from "./open-deps.ts";

/** Ends the process with exit code 1 and one line that says what to do; a bug shows its whole stack. */
export function refuse(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

function explain(error: unknown): string {
  if (
    error instanceof ConfigError ||
    error instanceof DataDirLockedError ||
    error instanceof DatabaseUnreachableError
  ) {
    return error.message;
  }
  if (error instanceof Error && "code" in error && "port" in error) {
    if (error.code === "EADDRINUSE")
      return `Port ${error.port} is in use: stop the other process or set PORT to a free one`;
    if (error.code === "EACCES")
      return `Port ${error.port} needs more rights than this process has: set PORT to one above 1023`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
