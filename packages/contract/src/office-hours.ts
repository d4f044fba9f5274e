/** A stretch of a day on the wall clock: `from` is in it, `to` no longer. `HH:MM`, from `00:00` to `24:00`. */
export interface OpenSpan {
  from: string;
  to: string;
}

/** A day that is not as its weekday: closed, or open at other times. */
export interface Holiday {
  /** `YYYY-MM-DD`. */
  date: string;
  /** For the team. */
  name: string;
  /** None: closed all day. */
  open: OpenSpan[];
}

/** When a channel's team answers. */
export interface OfficeHours {
  /** IANA, such as `Europe/Berlin`: all times here are on its wall clocks, summer time and all. */
  timeZone: string;
  /** Seven days, Monday first: what is open on each, in order, without overlap. */
  week: OpenSpan[][];
  /** At most 100, each date once. */
  holidays: Holiday[];
  /** How long an answer usually takes while open, in minutes; `null` promises nothing. */
  replyMinutes: number | null;
}

/** Whether a channel is open at this instant, by the server's clock. */
export interface OfficeState {
  open: boolean;
  /** ISO 8601: when it opens next, or closes; `null`: as far as one can see never. */
  changesAt: string | null;
  replyMinutes: number | null;
  /** ISO 8601: the server's now. Compare with it rather than with a clock that may be wrong. */
  at: string;
}
