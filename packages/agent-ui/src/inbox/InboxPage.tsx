import { type ConversationView, conversationViews } from "@deskbell/sdk/agent";
import { Redirect, useLocation } from "wouter-preact";
import { ConversationPage } from "../conversation/ConversationPage.tsx";
import { routes } from "../routes.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { text } from "../text/text.ts";
import { InboxIcon } from "../ui/icons.tsx";
import { EmptyState } from "../ui/States.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { ConversationList } from "./ConversationList.tsx";
import { useCounts } from "./use-counts.ts";
import { useTeamFilter } from "./use-team-filter.ts";
import "./inbox.css";

interface InboxPageProps {
  view: string | undefined;
  conversationId: string | undefined;
}

export function InboxPage({ view, conversationId }: InboxPageProps) {
  const [, navigate] = useLocation();
  const team = useTeamFilter();
  const waiting = useCounts()?.queue ?? 0;
  usePageTitle(waiting ? `(${waiting}) ${text.inbox.title}` : text.inbox.title);
  const known = isView(view);
  useShortcuts({ Escape: known && conversationId ? () => navigate(routes.inbox(view, undefined, team)) : undefined });
  if (!known) return <Redirect to={routes.inbox()} replace />;
  return (
    <div class={conversationId ? "inbox detail-open" : "inbox"}>
      <ConversationList view={view} team={team} openId={conversationId ?? null} />
      {conversationId ? (
        <ConversationPage
          key={conversationId}
          conversationId={conversationId}
          backTo={routes.inbox(view, undefined, team)}
        />
      ) : (
        <section class="inbox-nothing">
          <EmptyState icon={<InboxIcon size={22} />} title={text.inbox.choose} hint={text.inbox.chooseHint} />
        </section>
      )}
    </div>
  );
}

function isView(view: string | undefined): view is ConversationView {
  return conversationViews.some((known) => known === view);
}
