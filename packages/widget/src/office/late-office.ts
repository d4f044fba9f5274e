import { late, lateComponent } from "../late.tsx";

const office = late(() => import("./office-parts.ts"));

/** Nothing until it is here: it only adds to what is said anyway. */
export const OfficeLine = lateComponent(office, (parts) => parts.OfficeLine);
