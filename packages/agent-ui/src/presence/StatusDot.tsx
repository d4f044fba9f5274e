import type { AgentStatus } from "@deskbell/sdk/agent";
import type { ComponentChildren } from "preact";
import { text } from "../text/text.ts";
import "./presence.css";

/** Full, a crescent or a ring: told apart without colours, too. */
export function StatusDot({ status }: { status: AgentStatus }) {
  return <span class={`status-dot status-${status}`} aria-hidden="true" />;
}

/** An avatar with somebody's status on its corner. */
export function WithStatus({ status, children }: { status: AgentStatus; children: ComponentChildren }) {
  return (
    <span class="with-status">
      {children}
      <StatusDot status={status} />
      <span class="visually-hidden">{text.status[status]}</span>
    </span>
  );
}
