import type { OfficeState } from "@deskbell/sdk";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { officeText } from "./office-text.ts";

beforeAll(() => void vi.stubEnv("TZ", "Europe/Berlin"));
afterAll(() => void vi.unstubAllEnvs());

// Saturday noon, where it is read.
const closed: OfficeState = { open: false, at: "2026-11-21T11:00:00Z", changesAt: null, replyMinutes: 120 };
const until = (changesAt: string): OfficeState => ({ ...closed, changesAt });

it.each([
  ["2026-11-21T15:30:00Z", "We are back today at 4:30 PM"],
  ["2026-11-21T22:59:00Z", "We are back today at 11:59 PM"],
  ["2026-11-21T23:00:00Z", "We are back tomorrow at 12:00 AM"],
  ["2026-11-23T08:00:00Z", "We are back on Monday at 9:00 AM"],
  ["2026-11-28T08:00:00Z", "We are back on November 28 at 9:00 AM"],
])("back at %s", (changesAt, said) => expect(officeText("en", until(changesAt), false)).toBe(said));

it.each([
  ["de", "Wir sind morgen um 9:00 Uhr wieder da"],
  ["es", "Volvemos mañana a las 9:00"],
  ["fr", "Nous sommes de retour demain à 9:00"],
  ["ar", "سنعود غدًا الساعة 9:00 ص"],
] as const)("in %s", (locale, said) => expect(officeText(locale, until("2026-11-22T08:00:00Z"), false)).toBe(said));

it("a night of the clocks' change is one night", () => {
  const night = { ...closed, at: "2026-10-24T20:00:00Z", changesAt: "2026-10-25T23:30:00Z" };
  expect(officeText("en", night, false)).toBe("We are back on Monday at 12:30 AM");
  expect(officeText("en", { ...night, changesAt: "2026-10-25T08:00:00Z" }, false)).toBe(
    "We are back tomorrow at 9:00 AM",
  );
});

it("while it is open, or somebody is there anyway, it is about the answer", () => {
  expect(officeText("en", { ...closed, open: true }, false)).toBe("We usually answer within 2 hours");
  expect(officeText("de", closed, true)).toBe("Eine Antwort dauert meist 2 Stunden");
  expect(officeText("de", { ...closed, replyMinutes: 2880 }, true)).toBe("Eine Antwort dauert meist 2 Tage");
  expect(officeText("en", { ...closed, replyMinutes: null }, true)).toBe("The team is here");
  expect(officeText("en", closed, false)).toBe("The team is away just now");
});
