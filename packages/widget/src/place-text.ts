import type { QueuePlace } from "@deskbell/sdk";
import { durationOf } from "./dates.ts";
import type { Locale } from "./locales.ts";
import { placeWords } from "./place-words.ts";

const endings: Record<string, string> = { one: "st", two: "nd", few: "rd", other: "th" };
const ordinal = (at: number): string => `${at}${endings[new Intl.PluralRules("en", { type: "ordinal" }).select(at)]}`;

/** `You are 2nd in line, about 3 minutes. You can keep writing.` Of an unknown wait, nothing is said. */
export function placeText(locale: Locale, { position, expectedWaitSeconds }: QueuePlace): string {
  const { next, behind, about, keepWriting } = placeWords[locale];
  const at = locale === "en" ? ordinal(position) : new Intl.NumberFormat(locale).format(position);
  const place = position === 1 ? next : behind(at);
  const wait = expectedWaitSeconds === null ? [] : [about(durationOf(locale, roundedMinutes(expectedWaitSeconds)))];
  return `${[place, ...wait].join(locale === "ar" ? "، " : ", ")}. ${keepWriting}`;
}

/** After an hour and a half, nobody counts in minutes. */
function roundedMinutes(seconds: number): number {
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? minutes : Math.ceil(minutes / 60) * 60;
}
