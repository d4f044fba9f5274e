import { useApp } from "../app-context.ts";
import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";

const notice = late(() => import("./notice-parts.ts"));
/** Where it cannot be had, the badge on the launcher still tells. */
const Notice = lateComponent(notice, (parts) => parts.Notice);

/** Beside the panel: what was said while nobody looked. */
export function Notices() {
  const { notice: message } = useApp();
  return message && <Notice message={message} />;
}
