import { type ErrorCode, errorTable } from "@deskbell/contract";
import { DeskbellError } from "./deskbell-error.ts";

/** What the server's refusal of a socket means: the error's message is a code of the table. */
export function socketError(error: Error): DeskbellError {
  const code = error.message in errorTable ? (error.message as ErrorCode) : "unavailable";
  const { status, message } = errorTable[code];
  return new DeskbellError({ code, message, status, requestId: null, fields: {} }, { cause: error });
}
