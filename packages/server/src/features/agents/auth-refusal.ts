import type { ErrorCode } from "@deskbell/contract";
import { AppError } from "../../app-error.ts";

const codes: Record<number, ErrorCode> = {
  400: "invalid_input",
  401: "wrong_credentials",
  403: "forbidden",
  404: "not_found",
  422: "invalid_input",
  429: "rate_limited",
};

/** better-auth has noes of its own: outside they are of the one table too. */
export function throwAuthRefusal(response: Response): void {
  if (response.status < 400) return;
  const code = codes[response.status];
  if (!code) throw new Error(`better-auth answered ${response.status}`);
  const wait = response.headers.get("x-retry-after");
  throw new AppError(code, undefined, wait ? Number(wait) : undefined);
}
