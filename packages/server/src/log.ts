import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Pick<Logger, "info" | "warn" | "error" | "debug">;

const secrets = ["token", "password", "authorization", "cookie", "apiKey", "body"];

/** JSON lines, on stdout unless `to` says otherwise. What could be a secret or somebody's words never reaches them. */
export const createLog = (level: string, to?: DestinationStream): Log =>
  pino(
    { level, redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" } },
    to ?? pino.destination(1),
  );
