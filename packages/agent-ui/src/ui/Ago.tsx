import { now } from "./now.ts";
import { fullTime, shortAgo } from "./relative-time.ts";

/** When something happened, short; in full for pointers and screen readers. */
export function Ago({ time }: { time: string }) {
  return (
    <time class="num" dateTime={time} title={fullTime(time)}>
      {shortAgo(time, Math.max(now.value, Date.parse(time)))}
    </time>
  );
}
