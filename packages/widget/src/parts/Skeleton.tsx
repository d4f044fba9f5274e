import { usePanel } from "../app-context.ts";

/** The outline of rows that are on their way. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  const { text } = usePanel();
  return (
    <div class="skeleton" role="status" aria-label={text.loading}>
      {Array.from({ length: rows }, (_, at) => (
        <i key={at} />
      ))}
    </div>
  );
}
