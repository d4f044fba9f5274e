import type { Viewing } from "@deskbell/sdk/agent";
import { signal } from "@preact/signals";

/** Where each other agent is looking, by agent. Weather: forgotten whenever the connection ends. */
const viewers = signal<ReadonlyMap<string, Viewing>>(new Map());

export function noteViewing(viewing: Viewing): void {
  const next = new Map(viewers.value);
  if (viewing.conversationId) next.set(viewing.agentId, viewing);
  else next.delete(viewing.agentId);
  viewers.value = next;
}

export function forgetViewers(): void {
  viewers.value = new Map();
}

export function viewersOf(conversationId: string, exceptAgentId: string): string[] {
  return [...viewers.value.values()]
    .filter((viewing) => viewing.conversationId === conversationId && viewing.agentId !== exceptAgentId)
    .map((viewing) => viewing.agentName);
}
