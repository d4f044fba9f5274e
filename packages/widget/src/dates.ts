import type { Locale } from "./locales.ts";

/** `14:05`. */
export const timeOf = (locale: Locale, iso: string): string =>
  new Date(iso).toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit" });

/** `Today`, `Yesterday`, `Monday, 16 November`. */
export function dayOf(locale: Locale, iso: string, now = new Date()): string {
  const date = new Date(iso);
  const days = Math.round((new Date(date).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / 86_400_000);
  const words =
    days > -2 && days < 1
      ? new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day")
      : date.toLocaleDateString(locale, { weekday: "long", day: "numeric", month: "long" });
  return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

/** `5 minutes`, `2 hours`, `1 day`. */
export function durationOf(locale: Locale, minutes: number): string {
  const [value, unit] =
    minutes % 1440 === 0 ? [minutes / 1440, "day"] : minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
}
