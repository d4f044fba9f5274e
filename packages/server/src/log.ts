import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Pick<Logger, "info" | "warn" | "error" | "debug">;

const secrets = ["token", "password", "authorization", "cookie", "apiKey", "body"];

/** JSON lines, on stdout unless `to` says otherwise. What could be a secret or somebody's words never reaches them. */
export const createLog = (level: string, to?: DestinationStream): Log =>
  pino(
    {
      level,
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
      serializers: { err: describeError },
    },
    to ?? pino.destination(1),
  );

/** Databases' errors repeat the values of the query, in their messages and in fields: only what is named here is kept. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table, column } = error as Error &
    Partial<Record<"code" | "constraint" | "table" | "column", unknown>>;
  return {
    type: error.name,
    message: withoutValues(error.message),
    stack: error.stack?.slice(error.stack.indexOf("\n    at ") + 1),
    code,
    constraint,
    table,
    column,
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

const withoutValues = (message: string): string => message.replace(/\nparams:.*$|: ".*"/s, "");
