import type { OfficeHours, OpenSpan } from "@deskbell/contract";
import { describe, expect, it } from "vitest";
import { officeStateAt } from "./office-state.ts";

const nine = [{ from: "09:00", to: "17:00" }];
const weekdays = (open: OpenSpan[]): OpenSpan[][] => [open, open, open, open, open, [], []];
const berlin: OfficeHours = { timeZone: "Europe/Berlin", week: weekdays(nine), holidays: [], replyMinutes: 5 };
const at = (hours: OfficeHours, instant: string) => {
  const { open, changesAt } = officeStateAt(hours, new Date(instant));
  return [open, changesAt?.replace(":00.000Z", "Z") ?? null];
};

describe("a working week", () => {
  it.each([
    ["before it opens", "2026-11-20T07:59:59.999Z", false, "2026-11-20T08:00Z"],
    ["in the minute that it opens", "2026-11-20T08:00:00Z", true, "2026-11-20T16:00Z"],
    ["in the minute that it closes", "2026-11-20T16:00:00Z", false, "2026-11-23T08:00Z"],
    ["at the weekend", "2026-11-22T12:00:00Z", false, "2026-11-23T08:00Z"],
  ])("%s", (_, instant, open, changesAt) => expect(at(berlin, instant)).toEqual([open, changesAt]));

  it("is told with the server's now and the usual reply", () => {
    const now = new Date("2026-11-20T12:34:56.789Z");
    expect(officeStateAt(berlin, now)).toMatchObject({ at: now.toISOString(), replyMinutes: 5 });
  });

  it("is where the office is, not where the server is", () => {
    const instant = "2026-11-20T00:30:00Z";
    expect(at({ ...berlin, timeZone: "Asia/Tokyo" }, instant)).toEqual([true, "2026-11-20T08:00Z"]);
    expect(at({ ...berlin, timeZone: "America/Los_Angeles" }, instant)).toEqual([true, "2026-11-20T01:00Z"]);
    // Half an hour and three quarters off.
    expect(at({ ...berlin, timeZone: "Asia/Kathmandu" }, instant)).toEqual([false, "2026-11-20T03:15Z"]);
  });

  it("may be split, and may go past midnight as two", () => {
    const split = {
      ...berlin,
      week: weekdays([
        { from: "09:00", to: "12:00" },
        { from: "13:00", to: "17:00" },
      ]),
    };
    expect(at(split, "2026-11-20T11:30:00Z")).toEqual([false, "2026-11-20T12:00Z"]);
    const night: OpenSpan[] = [
      { from: "00:00", to: "02:00" },
      { from: "22:00", to: "24:00" },
    ];
    const nights = { ...berlin, week: Array.from({ length: 7 }, () => night) };
    expect(at(nights, "2026-11-20T22:00:00Z")).toEqual([true, "2026-11-21T01:00Z"]);
  });

  it("never changes where it is always or never open", () => {
    const always = { ...berlin, week: Array.from({ length: 7 }, () => [{ from: "00:00", to: "24:00" }]) };
    expect(at(always, "2026-11-20T22:00:00Z")).toEqual([true, null]);
    expect(at({ ...berlin, week: weekdays([]) }, "2026-11-20T22:00:00Z")).toEqual([false, null]);
  });
});

describe("summer time", () => {
  // Berlin, 29 March 2026: 01:59 is followed by 03:00, at 01:00Z. 25 October: 02:59 by 02:00, at 01:00Z.
  it("moves the opening in UTC, not on the wall", () => {
    expect(at(berlin, "2026-03-27T18:00:00Z")).toEqual([false, "2026-03-30T07:00Z"]);
    expect(at(berlin, "2026-10-23T18:00:00Z")).toEqual([false, "2026-10-26T08:00Z"]);
  });

  const sundays = (from: string, to: string): OfficeHours => ({
    ...berlin,
    week: [[], [], [], [], [], [], [{ from, to }]],
  });

  it("opens when the clocks have jumped over the hour at which it opens", () => {
    expect(at(sundays("02:30", "06:00"), "2026-03-29T00:30:00Z")).toEqual([false, "2026-03-29T01:00Z"]);
    expect(at(sundays("02:30", "06:00"), "2026-03-29T01:00:00Z")).toEqual([true, "2026-03-29T04:00Z"]);
  });

  it("passes over what lies within the jump", () =>
    expect(at(sundays("02:10", "02:50"), "2026-03-29T00:30:00Z")).toEqual([false, "2026-04-05T00:10Z"]));

  it("closes with the clock when an hour comes twice, and opens again with it", () => {
    const hours = sundays("01:00", "02:30");
    expect(at(hours, "2026-10-24T23:30:00Z")).toEqual([true, "2026-10-25T00:30Z"]);
    expect(at(hours, "2026-10-25T00:45:00Z")).toEqual([false, "2026-10-25T01:00Z"]);
    expect(at(hours, "2026-10-25T01:15:00Z")).toEqual([true, "2026-10-25T01:30Z"]);
  });

  it("is half an hour on Lord Howe Island", () => {
    const hours = { ...berlin, timeZone: "Australia/Lord_Howe" };
    expect(at(hours, "2026-04-03T12:00:00Z")).toEqual([false, "2026-04-05T22:30Z"]);
    expect(at(hours, "2026-10-02T12:00:00Z")).toEqual([false, "2026-10-04T22:00Z"]);
  });
});

describe("holidays", () => {
  it("are closed, or open at other times, and what follows is found behind a long row of them", () => {
    const shut = ["24", "25", "28", "29", "30", "31"].map((day) => ({ date: `2026-12-${day}`, name: "", open: [] }));
    const holidays = [
      ...shut,
      { date: "2026-12-23", name: "Half a day", open: [{ from: "09:00", to: "12:00" }] },
      { date: "2027-01-01", name: "", open: [] },
    ];
    const hours = { ...berlin, holidays };
    expect(at(hours, "2026-12-23T10:00:00Z")).toEqual([true, "2026-12-23T11:00Z"]);
    expect(at(hours, "2026-12-23T11:00:00Z")).toEqual([false, "2027-01-04T08:00Z"]);
  });

  it("that are the only days open are found, however far away", () => {
    const fair = { date: "2027-09-20", name: "Fair", open: nine };
    const hours = { ...berlin, week: weekdays([]), holidays: [fair] };
    expect(at(hours, "2026-11-20T10:00:00Z")).toEqual([false, "2027-09-20T07:00Z"]);
  });
});
