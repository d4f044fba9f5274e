import { useApp } from "../app-context.ts";
import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";

const office = late(() => import("./office-parts.ts"));

const Line = lateComponent(office, (parts) => parts.OfficeLine);

/** Only where the channel has hours, and nothing until it is here: it only adds to what is said anyway. */
export const OfficeLine = () => useApp().presence.office && <Line />;
