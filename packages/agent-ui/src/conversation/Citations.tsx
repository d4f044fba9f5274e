import type { Citation } from "@deskbell/sdk/agent";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { BookIcon } from "../ui/icons.tsx";

/** The passages that a bot's answer stands on. */
export function Citations({ citations }: { citations: Citation[] }) {
  const { workspace } = useMe();
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
          <a href={helpPath(workspace.slug, citation)} target="_blank" rel="noreferrer">
            {text.conversation.openSource}
          </a>
        </details>
      ))}
    </section>
  );
}

/** Where the public reads it: the passage in its place. */
function helpPath(workspaceSlug: string, { slug, anchor }: Citation): string {
  return `/help/${workspaceSlug}/a/${encodeURIComponent(slug)}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;
}
