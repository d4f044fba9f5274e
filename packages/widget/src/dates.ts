import type { Locale } from "./locales.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `14:05`. */
export const timeOf = (locale: Locale, iso: string): string =>
  new Date(iso).toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" });

/** `Today`, `Yesterday`, `Monday, 16 November`. */
export function dayOf(locale: Locale, iso: string, now = new Date()): string {
  const date = new Date(iso);
  const days = Math.round((new Date(date).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / day);
  const words =
    days > -2 && days < 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day")
      : date.toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long" });
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

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

/** `5 minutes`, `2 hours`, `1 day`. */
export function durationOf(locale: Locale, minutes: number): string {
  const [value, unit] =
    minutes % 1440 === 0 ? [minutes / 1440, "day"] : minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}

/** `12 November 2026`, short `12 Nov`, or only the day, `12 November`. */
export const dateOf = (locale: Locale, iso: string, length: "long" | "short" | "day" = "long"): string =>
  new Date(iso).toLocaleDateString(locale, {
    day: "numeric",
    month: length === "short" ? "short" : "long",
    ...(length === "long" && { year: "numeric" }),
  });
