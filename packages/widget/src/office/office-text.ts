import type { OfficeState } from "@deskbell/sdk";
import { durationOf, timeOf } from "../dates.ts";
import { dateOf } from "../far-dates.ts";
import type { Locale } from "../locales.ts";
import { officeWords } from "./office-words.ts";

/** `We are back tomorrow at 9:00`, on the reader's wall clock; or, while somebody is to answer, how long that takes. */
export function officeText(locale: Locale, office: OfficeState, available: boolean): string {
  const words = officeWords[locale];
  const { open, at, changesAt, replyMinutes } = office;
  if (open || available) return replyMinutes === null ? words.here : words.reply(durationOf(locale, replyMinutes));
  if (!changesAt) return words.away;
  const time = timeOf(locale, changesAt);
  const days = daysBetween(at, changesAt);
  if (days < 2) return words.soon(new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day"), time);
  if (days < 7) return words.weekday(new Date(changesAt).toLocaleDateString(locale, { weekday: "long" }), time);
  return words.date(dateOf(locale, changesAt, "day"), time);
}

/** Midnights between, here where it is read. */
const daysBetween = (from: string, to: string): number =>
  Math.round((new Date(to).setHours(12, 0, 0, 0) - new Date(from).setHours(12, 0, 0, 0)) / (24 * 60 * 60_000));
