import type { Locale } from "./locales.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `5 min ago`, `3 hr. ago`, `12 Nov`. */
export function agoOf(locale: Locale, iso: string, now = Date.now()): string {
  // A clock that is wrong must not speak of the future.
  const age = Math.max(0, now - Date.parse(iso));
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "narrow" });
  if (age < minute) return relative.format(0, "second");
  if (age < hour) return relative.format(-Math.floor(age / minute), "minute");
  if (age < day) return relative.format(-Math.floor(age / hour), "hour");
  if (age < 7 * day) return relative.format(-Math.floor(age / day), "day");
  return dateOf(locale, iso, "short");
}

/** `12 November 2026`, short `12 Nov`, or only the day, `12 November`. */
export const dateOf = (locale: Locale, iso: string, length: "long" | "short" | "day" = "long"): string =>
  new Date(iso).toLocaleDateString(locale, {
    day: "numeric",
    month: length === "short" ? "short" : "long",
    ...(length === "long" && { year: "numeric" }),
  });
