import type { ComponentChildren } from "preact";
import "./badge.css";

export type Tone = "grey" | "green" | "amber" | "violet" | "red" | "blue";

export function Badge({ tone, dot = false, children }: { tone: Tone; dot?: boolean; children: ComponentChildren }) {
  return (
    <span class={`badge tone-${tone}`}>
      {dot && <span class="badge-dot" />}
      {children}
    </span>
  );
}
