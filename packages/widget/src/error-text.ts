import type { DeskbellError } from "@deskbell/sdk";
import type { Text } from "./text/load-text.ts";

/** What to tell the contact about a refusal, in their language. */
export function errorText(text: Text, error: DeskbellError): string {
  const { code } = error;
  if (code === "network" || code === "timeout" || code === "unavailable") return text.errorNetwork;
  if (code === "not_found") return text.errorNotFound;
  if (code === "domain_not_allowed" || code === "channel_not_found") return text.errorDomain;
  if (code.startsWith("identity_")) return text.errorIdentity;
  if (code === "blocked") return text.errorBlocked;
  if (code === "rate_limited") {
    const seconds = secondsToWait(error);
    return seconds === null ? text.errorLimit : text.errorLimitFor(seconds);
  }
  if (code === "looks_automated") return text.errorAutomated;
  if (code === "invalid_input") return text.errorInput;
  if (code === "conversation_closed") return text.chatEnded;
  return text.errorOther;
}

/** Why something typed is not sent yet. */
export function unsentText(text: Text, error: DeskbellError | null): string {
  const seconds = error?.code === "rate_limited" ? secondsToWait(error) : null;
  return seconds === null ? text.unsent : text.unsentFor(seconds);
}

const secondsToWait = ({ retryAfter }: DeskbellError): number | null =>
  retryAfter === null ? null : Math.ceil(retryAfter / 1000);
