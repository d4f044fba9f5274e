import { type ErrorCode, errorTable } from "@deskbell/contract";

/** A refusal by the server, or the reason why it could not be asked. */
export type DeskbellErrorCode = ErrorCode | "network" | "timeout" | "aborted";

/** What a {@link DeskbellError} is made of; also how it is kept in storage. */
export interface DeskbellErrorDetails {
  code: DeskbellErrorCode;
  message: string;
  status: number | null;
  requestId: string | null;
  fields: Record<string, string>;
}

/** The one error the SDK throws. */
export class DeskbellError extends Error {
  override readonly name = "DeskbellError";
  /** Stable: compare with this, never with `message`. */
  readonly code: DeskbellErrorCode;
  /** HTTP status; `null` when there was no answer. */
  readonly status: number | null;
  /** Quote this when asking for help; `null` when there was no answer. */
  readonly requestId: string | null;
  /** Path of a field → what is wrong with it. */
  readonly fields: Record<string, string>;
  /** How long the server asks to wait, in ms; `null` when it does not say. */
  readonly retryAfter: number | null;

  constructor(details: DeskbellErrorDetails, options: { retryAfter?: number | null; cause?: unknown } = {}) {
    super(details.message, { cause: options.cause });
    this.code = details.code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.fields = details.fields;
    this.retryAfter = options.retryAfter ?? null;
  }

  /** Whether the same request may well succeed later: no answer, 5xx or 429. */
  get temporary(): boolean {
    if (this.code === "aborted") return false;
    return this.status === null || this.status >= 500 || this.status === 429 || this.status === 408;
  }

  /** As plain data: for storage and logs. */
  toJSON(): DeskbellErrorDetails {
    const { code, message, status, requestId, fields } = this;
    return { code, message, status, requestId, fields };
  }
}

const localMessages = {
  network: "The server cannot be reached. Check the connection.",
  timeout: "The server took too long to answer.",
  aborted: "The request was cancelled.",
} as const;

/** An error that arose on this side of the wire. */
export const localError = (code: keyof typeof localMessages, cause?: unknown): DeskbellError =>
  new DeskbellError({ code, message: localMessages[code], status: null, requestId: null, fields: {} }, { cause });

/** Anything thrown, as a DeskbellError. */
export function toDeskbellError(thrown: unknown): DeskbellError {
  if (thrown instanceof DeskbellError) return thrown;
  const { status, message } = errorTable.internal;
  return new DeskbellError({ code: "internal", message, status, requestId: null, fields: {} }, { cause: thrown });
}
