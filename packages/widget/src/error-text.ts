import type { DeskbellError } from "@deskbell/sdk";
import type { Text } from "./text/en.ts";

/** What to tell the contact about a refusal, in their language. */
export function errorText(text: Text, { code }: DeskbellError): string {
  if (code === "network" || code === "timeout" || code === "unavailable") return text.errorNetwork;
  if (code === "not_found") return text.errorNotFound;
  if (code === "domain_not_allowed" || code === "channel_not_found") return text.errorDomain;
  if (code.startsWith("identity_")) return text.errorIdentity;
  if (code === "rate_limited") return text.errorLimit;
  if (code === "invalid_input") return text.errorInput;
  if (code === "conversation_closed") return text.chatEnded;
  return text.errorOther;
}
