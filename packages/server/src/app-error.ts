import { type ErrorBody, type ErrorCode, errorTable } from "@deskbell/contract";
import { isDatabaseAway } from "./db/database-away.ts";

/** An expected no. Anything else that is thrown is a bug and answers 500 in generic words. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;
  /** In seconds, where waiting helps. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, fields?: Record<string, string>, retryAfter?: number) {
    super(errorTable[code].message);
    this.name = "AppError";
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }

  get status() {
    return errorTable[this.code].status;
  }

  toBody(requestId: string): ErrorBody {
    const { code, message, fields } = this;
    return { error: { code, message, requestId, ...(fields && { fields }) } };
  }
}

/** The one way a policy's no becomes a refusal. */
export function allow(permitted: boolean, otherwise: ErrorCode): asserts permitted {
  if (!permitted) throw new AppError(otherwise);
}

/** What is said to the outside about anything that was thrown. */
export const refusalOf = (error: unknown): AppError =>
  error instanceof AppError ? error : new AppError(isDatabaseAway(error) ? "unavailable" : "internal");
