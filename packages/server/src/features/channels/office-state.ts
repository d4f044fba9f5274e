import type { OfficeHours, OfficeState, OpenSpan } from "@deskbell/contract";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Whether it is open now, and until when. What counts is what the wall clocks there show, so that summer time needs no care. */
export function officeStateAt(hours: OfficeHours, now: Date): OfficeState {
  const at = now.getTime();
  const open = isOpen(hours, at);
  const [near, far] = datesAhead(hours, at);
  const next = firstChange(hours, near, at, open) ?? firstChange(hours, far, at, open);
  return {
    open,
    changesAt: next === undefined ? null : new Date(next).toISOString(),
    replyMinutes: hours.replyMinutes,
    at: now.toISOString(),
  };
}

const firstChange = (hours: OfficeHours, dates: string[], at: number, open: boolean): number | undefined =>
  dates
    .flatMap((date) => boundariesOn(hours, date))
    .sort((a, b) => a - b)
    .find((instant) => instant > at && isOpen(hours, instant) !== open);

function isOpen(hours: OfficeHours, instant: number): boolean {
  const wall = new Date(wallTime(hours.timeZone, instant)).toISOString();
  const clock = wall.slice(11, 16);
  return spansOn(hours, wall.slice(0, 10)).some(({ from, to }) => from <= clock && clock < to);
}

function spansOn({ week, holidays }: OfficeHours, date: string): OpenSpan[] {
  const monday = (new Date(date).getUTCDay() + 6) % 7;
  return holidays.find((holiday) => holiday.date === date)?.open ?? week[monday] ?? [];
}

/** Where a change may lie: the next days, and where there is none those after each holiday to come. Weeks repeat, so the others add nothing. */
function datesAhead({ timeZone, holidays }: OfficeHours, at: number): [near: string[], far: string[]] {
  const today = new Date(wallTime(timeZone, at)).toISOString().slice(0, 10);
  const later = holidays.map(({ date }) => date).filter((date) => date > today);
  return [daysFrom(today), [...new Set(later.flatMap(daysFrom))]];
}

const daysFrom = (date: string): string[] =>
  Array.from({ length: 9 }, (_, days) => new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10));

/** Instants at which a span of that day may begin or end. A time that the clocks show twice is twice; one that they skip is where they do. */
function boundariesOn(hours: OfficeHours, date: string): number[] {
  const { timeZone } = hours;
  const midnight = Date.parse(date);
  const [before, after] = [offsetAt(timeZone, midnight - dayMs), offsetAt(timeZone, midnight + 2 * dayMs)];
  const minutes = spansOn(hours, date).flatMap(({ from, to }) => [minutesOf(from), minutesOf(to)]);
  const instants = minutes.flatMap((minute) => [before, after].map((offset) => midnight + minute * minuteMs - offset));
  return before === after ? instants : [...instants, shiftBetween(timeZone, midnight - dayMs, midnight + 2 * dayMs)];
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The first minute of the new offset. */
function shiftBetween(timeZone: string, from: number, to: number): number {
  const before = offsetAt(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

const offsetAt = (timeZone: string, instant: number): number =>
  wallTime(timeZone, instant) - Math.floor(instant / minuteMs) * minuteMs;

const formats = new Map<string, Intl.DateTimeFormat>();

/** What the wall clocks show, as if it were UTC, to the minute. */
function wallTime(timeZone: string, instant: number): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute);
}
