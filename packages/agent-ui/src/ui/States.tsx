import type { ComponentChildren } from "preact";
import { text } from "../text/text.ts";
import { errorReference, errorSentence } from "./error-sentence.ts";
import { WarningIcon } from "./icons.tsx";
import "./states.css";

interface EmptyStateProps {
  icon: ComponentChildren;
  title: string;
  hint?: string;
  children?: ComponentChildren;
}

export function EmptyState({ icon, title, hint, children }: EmptyStateProps) {
  return (
    <div class="state">
      <span class="state-icon">{icon}</span>
      <p class="state-title">{title}</p>
      {hint && <p class="state-hint">{hint}</p>}
      {children}
    </div>
  );
}

export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div class="state" role="alert">
      <span class="state-icon state-icon-failed">
        <WarningIcon size={22} />
      </span>
      <p class="state-title">{text.common.loadFailed}</p>
      <p class="state-hint">{errorSentence(error)}</p>
      {errorReference(error) && <p class="state-hint state-reference">{errorReference(error)}</p>}
      <button type="button" class="button" onClick={onRetry}>
        {text.common.retry}
      </button>
    </div>
  );
}

/** Grey bars where content will be: `rows` of them, in the shape a stylesheet gives. */
export function Skeleton({ rows, shape }: { rows: number; shape: "row" | "message" | "line" }) {
  return (
    <div class={`skeleton skeleton-${shape}`} role="status" aria-label={text.common.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} class="skeleton-item" style={{ "--row": String(row) }} />
      ))}
    </div>
  );
}
