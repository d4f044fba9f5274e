import { text } from "../text/text.ts";
import { StatusDot } from "./StatusDot.tsx";

export function OnlineNow() {
  return (
    <span class="online-now">
      <StatusDot status="online" />
      {text.status.online}
    </span>
  );
}
