import { DeskbellError } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import { toastFailed } from "./toasts.ts";

/** What a person reads when something was refused or failed. */
export function errorSentence(error: unknown): string {
  const seconds = secondsToWait(error);
  if (seconds !== null) return text.rateLimitedFor(seconds);
  if (error instanceof DeskbellError) return text.errors[error.code];
  return text.unknownError;
}

/** How long until one may ask again, where the server said so. */
export function secondsToWait(error: unknown): number | null {
  if (!(error instanceof DeskbellError) || error.code !== "rate_limited" || error.retryAfter === null) return null;
  return Math.ceil(error.retryAfter / 1000);
}

/** The reference helps only where nobody can tell what was wrong. */
export function errorReference(error: unknown): string | null {
  const unexplained = error instanceof DeskbellError && error.status !== null && error.status >= 500;
  return unexplained && error.requestId ? text.reference(error.requestId) : null;
}

export function toastError(error: unknown): void {
  toastFailed(errorSentence(error), errorReference(error));
}

export function isNotFound(error: unknown): boolean {
  return error instanceof DeskbellError && (error.code === "not_found" || error.code === "invalid_input");
}
