import type { ErrorCode } from "@deskbell/contract";

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
  declare readonly code: DeskbellErrorCode;
  /** HTTP status; `null` when there was no answer. */
  declare readonly status: number | null;
  /** Quote this when asking for help; `null` when there was no answer. */
  declare readonly requestId: string | null;
  /** Path of a field → what is wrong with it. */
  declare readonly fields: Record<string, string>;
  /** How long the server asks to wait, in ms; `null` when it does not say. */
  declare readonly retryAfter: number | null;

  constructor(
    { code, message, status, requestId, fields }: DeskbellErrorDetails,
    { retryAfter = null, cause }: { retryAfter?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    Object.assign(this, { code, status, requestId, fields, retryAfter });
  }

  /** Whether the same request may well succeed later: no answer, 5xx or 429. */
  get temporary(): boolean {
    if (this.code === "aborted" || this.code === "internal") return (this.status ?? 0) >= 500;
    return this.status === null || this.status >= 500 || this.status === 429 || this.status === 408;
  }

  /** As plain data: for storage and logs. */
  toJSON(): DeskbellErrorDetails {
    const { code, message, status, requestId, fields } = this;
    return { code, message, status, requestId, fields };
  }
}

// The contract's table of sentences stays out of the browser: the server sends the sentence with the code.
const localMessages = {
  network: "The server cannot be reached. Check the connection.",
  timeout: "The server took too long to answer.",
  aborted: "The request was cancelled.",
  not_found: "There is nothing here, or you cannot see it.",
  internal: "Something went wrong. Please try again.",
} as const;

/** An error that arose on this side of the wire. */
export const localError = (code: keyof typeof localMessages, cause?: unknown): DeskbellError =>
  new DeskbellError(
    { code, message: localMessages[code], status: code === "not_found" ? 404 : null, requestId: null, fields: {} },
    { cause },
  );

/** Anything thrown, as a DeskbellError. */
export const toDeskbellError = (thrown: unknown): DeskbellError =>
  thrown instanceof DeskbellError ? thrown : localError("internal", thrown);

/** What the server's refusal of a socket means: its message is a code of the table. */
export function socketError({ message }: Error): DeskbellError {
  const isSignIn = message === "session_expired" || message === "unauthenticated";
  const isTemporary = message === "internal" || message === "unavailable" || message === "rate_limited";
  const status = isSignIn ? 401 : isTemporary ? 503 : 403;
  return new DeskbellError({ code: message as ErrorCode, message, status, requestId: null, fields: {} });
}
