import type { TicketStatus } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";

export function StatusPill({ status }: { status: TicketStatus }) {
  const { text } = useApp();
  return <span class={`pill ${status}`}>{text.status[status]}</span>;
}
