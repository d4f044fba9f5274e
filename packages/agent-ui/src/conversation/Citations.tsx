import type { Citation } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import { BookIcon } from "../ui/icons.tsx";

/** The passages that a bot's answer stands on. */
export function Citations({ citations }: { citations: Citation[] }) {
  if (citations.length === 0) return null;
  return (
    <section class="citations" aria-label={text.conversation.sources}>
      {citations.map((citation) => (
        <details key={citation.number}>
          <summary>
            <BookIcon size={14} />
            <span class="truncate">{citation.title}</span>
            <small class="num">[{citation.number}]</small>
          </summary>
          <blockquote>{citation.quote}</blockquote>
        </details>
      ))}
    </section>
  );
}
