import { z } from "zod";

/** As in the IANA's database: `Europe/Berlin`. */
export const timeZoneSchema = z.string().max(64).refine(isTimeZone, "A time zone, such as Europe/Berlin.");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
