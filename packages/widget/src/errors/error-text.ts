import type { DeskbellError } from "@deskbell/sdk";
import type { Locale } from "../locales.ts";
import type { Text } from "../text/load-text.ts";
import { errorWords } from "./error-words.ts";

/** What to tell the contact about a refusal, in their language. */
export function errorText(text: Text, locale: Locale, error: DeskbellError): string {
  const { code } = error;
  const words = errorWords[locale];
  if (code === "not_found") return words.notFound;
  if (code === "domain_not_allowed" || code === "channel_not_found") return words.domain;
  if (code.startsWith("identity_")) return words.identity;
  if (code === "blocked") return words.blocked;
  if (code === "rate_limited") {
    const seconds = secondsToWait(error);
    return seconds === null ? words.limit : words.limitFor(seconds);
  }
  if (code === "looks_automated") return words.automated;
  if (code === "invalid_input") return words.input;
  if (code === "conversation_closed") return text.chatEnded;
  return words.other;
}

/** Why something typed is not sent yet. */
export function waitText(text: Text, locale: Locale, error: DeskbellError): string {
  const seconds = secondsToWait(error);
  return seconds === null ? text.unsent : errorWords[locale].waits(seconds);
}

const secondsToWait = ({ retryAfter }: DeskbellError): number | null =>
  retryAfter === null ? null : Math.ceil(retryAfter / 1000);
