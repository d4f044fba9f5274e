import { type Logger, pino } from "pino";

export type Log = Pick<Logger, "info" | "warn" | "error" | "debug">;

/** JSON lines on stdout. What could be a secret never reaches them, whoever logs it. */
export const createLog = (level: string): Log =>
  pino({
    level,
    redact: {
      paths: [
        "token",
        "password",
        "authorization",
        "cookie",
        "apiKey",
        "body",
        "*.token",
        "*.password",
        "*.authorization",
        "*.cookie",
        "*.apiKey",
        "*.body",
      ],
      censor: "[redacted]",
    },
  });
