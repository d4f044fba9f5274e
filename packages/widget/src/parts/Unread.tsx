import { useApp } from "../app-context.ts";
import { sectionWords } from "../screens/section-words.ts";

/** How many messages are unread. */
export function Unread({ count }: { count: number }) {
  const { locale } = useApp();
  return (
    <span class="count">
      <span aria-hidden="true">{count}</span>
      <span class="hidden">{sectionWords[locale].unread(count)}</span>
    </span>
  );
}
