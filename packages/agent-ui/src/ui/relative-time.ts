import { region, text } from "../text/text.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `now`, `5m`, `3h`, `2d`, then a date: short enough for a list. */
export function shortAgo(time: string, now: number): string {
  const age = now - Date.parse(time);
  if (age < minute) return text.time.now;
  if (age < hour) return text.time.minutes(Math.floor(age / minute));
  if (age < day) return text.time.hours(Math.floor(age / hour));
  if (age < 7 * day) return text.time.days(Math.floor(age / day));
  return shortDate(time, now);
}

function shortDate(time: string, now: number): string {
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return format(
    time,
    sameYear ? { day: "numeric", month: "short" } : { day: "numeric", month: "short", year: "numeric" },
  );
}

export function clockTime(time: string): string {
  return format(time, { timeStyle: "short" });
}

export function fullTime(time: string): string {
  return format(time, { dateStyle: "medium", timeStyle: "short" });
}

/** `2026-11-20` in the reader's own time zone. */
export function dayKey(time: string): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

export function dayName(key: string, now: number): string {
  if (key === dayKey(new Date(now).toISOString())) return text.time.today;
  if (key === dayKey(new Date(now - day).toISOString())) return text.time.yesterday;
  return format(`${key}T12:00:00`, { weekday: "long", day: "numeric", month: "long" });
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(time: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.DateTimeFormat(region, options);
  formats.set(key, made);
  return made.format(new Date(time));
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
