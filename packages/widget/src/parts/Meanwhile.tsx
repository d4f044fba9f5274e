import { usePanel } from "../app-context.ts";
import type { Arrival } from "../late-component.tsx";
import { Skeleton } from "./Skeleton.tsx";
import { Trouble } from "./Trouble.tsx";

/** In the place of what is on its way, or could not be had: by default the chat's own parts. */
export function Meanwhile({ rows, ...arrival }: Partial<Arrival> & { rows?: number }) {
  const panel = usePanel();
  const { failed, retry } = { failed: panel.missing, retry: panel.retry, ...arrival };
  return failed ? <Trouble says={panel.text.errorNetwork} retry={retry} /> : <Skeleton rows={rows} />;
}
