import { type ConversationView, conversationViews } from "@deskbell/sdk/agent";
import { Link } from "wouter-preact";
import { routes } from "../routes.ts";
import { text } from "../text/text.ts";
import { useCounts } from "./use-counts.ts";

export function ViewTabs({ view }: { view: ConversationView }) {
  const counts = useCounts();
  return (
    <nav class="tabs" aria-label={text.inbox.title}>
      {conversationViews.map((other) => (
        <Link key={other} href={routes.inbox(other)} class="tab" aria-current={other === view ? "page" : undefined}>
          {text.inbox.views[other]}
          {other !== "closed" && <span class="count">{counts?.[other] ?? ""}</span>}
        </Link>
      ))}
    </nav>
  );
}
