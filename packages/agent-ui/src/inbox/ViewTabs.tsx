import { type ConversationView, conversationViews } from "@deskbell/sdk/agent";
import { Link } from "wouter-preact";
import { routes } from "../routes.ts";
import { text } from "../text/text.ts";
import { countOfNone } from "./TeamFilter.tsx";
import { useCounts } from "./use-counts.ts";

export function ViewTabs({ view, team }: { view: ConversationView; team: string | null }) {
  const counts = useCounts();
  // Of one team, only who waits is counted.
  const countOf = (other: Exclude<ConversationView, "closed">): number | undefined => {
    if (!counts || !team) return counts?.[other];
    if (other !== "queue") return undefined;
    return team === "none" ? countOfNone(counts) : (counts.teams[team] ?? 0);
  };
  return (
    <nav class="tabs" aria-label={text.inbox.title}>
      {conversationViews.map((other) => (
        <Link
          key={other}
          href={routes.inbox(other, undefined, team)}
          class="tab"
          aria-current={other === view ? "page" : undefined}
        >
          {text.inbox.views[other]}
          {other !== "closed" && <span class="count">{countOf(other) ?? ""}</span>}
        </Link>
      ))}
    </nav>
  );
}
