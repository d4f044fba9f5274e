import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";

const extras = late(() => import("./extras-parts.ts"));

export const ChatExtras = lateComponent(extras, (parts) => parts.ChatExtras);
