import { late } from "../late.ts";
import { lateComponent } from "../late-component.tsx";
import { withDeskbell } from "../with-deskbell.ts";

const extras = late(() => import("./extras-parts.ts"), withDeskbell);

export const ChatExtras = lateComponent(extras, (parts) => parts.ChatExtras);
