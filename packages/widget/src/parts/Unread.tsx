import { useApp } from "../app-context.ts";

/** How many messages are unread. */
export function Unread({ count }: { count: number }) {
  const { text } = useApp();
  return (
    <span class="count">
      <span aria-hidden="true">{count}</span>
      <span class="hidden">{text.unread(count)}</span>
    </span>
  );
}
