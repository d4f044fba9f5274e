import type { Context } from "hono";
import { refusalOf } from "../app-error.ts";
import type { Log } from "../log.ts";

/** Every thrown thing becomes a refusal of the table; what is not an AppError is told only to the log. */
export function answerError(error: unknown, http: Context, log: Log): Response {
  const requestId: string = http.get("requestId") ?? "unknown";
  const refusal = refusalOf(error);
  if (refusal !== error) {
    log.error({ err: error, requestId, method: http.req.method, path: http.req.path }, "request failed");
  }
  if (refusal.retryAfter !== undefined) http.header("retry-after", String(refusal.retryAfter));
  if (refusal.code === "unavailable") http.header("retry-after", "1");
  return http.json(refusal.toBody(requestId), refusal.status);
}
