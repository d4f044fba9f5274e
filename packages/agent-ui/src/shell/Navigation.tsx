import type { ComponentChildren } from "preact";
import { Link, useRoute } from "wouter-preact";
import { useCounts } from "../inbox/use-counts.ts";
import { routes } from "../routes.ts";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { BellIcon, BookIcon, GearIcon, InboxIcon, TicketIcon } from "../ui/icons.tsx";
import { ConnectionState } from "./ConnectionState.tsx";
import { MeMenu } from "./MeMenu.tsx";

export function Navigation({ onShortcuts }: { onShortcuts: () => void }) {
  const { workspace } = useMe();
  const waiting = useCounts()?.queue ?? 0;
  return (
    <nav class="nav" aria-label={text.navigation.label}>
      <div class="nav-brand" title={workspace.name}>
        <BellIcon size={20} />
        <span class="visually-hidden">{workspace.name}</span>
      </div>
      <ul class="nav-places">
        <Place to={routes.inbox()} pattern="/inbox/*?" label={text.navigation.inbox} count={waiting}>
          <InboxIcon size={20} />
        </Place>
        <Place to={routes.tickets()} pattern="/tickets/*?" label={text.navigation.tickets}>
          <TicketIcon size={20} />
        </Place>
        <Place to={routes.articles()} pattern="/articles/*?" label={text.navigation.articles}>
          <BookIcon size={20} />
        </Place>
        <Place to={routes.settings()} pattern="/settings/*?" label={text.navigation.settings}>
          <GearIcon size={20} />
        </Place>
      </ul>
      <div class="nav-end">
        <ConnectionState />
        <MeMenu onShortcuts={onShortcuts} />
      </div>
    </nav>
  );
}

interface PlaceProps {
  to: string;
  pattern: string;
  label: string;
  count?: number;
  children: ComponentChildren;
}

function Place({ to, pattern, label, count = 0, children }: PlaceProps) {
  const [here] = useRoute(pattern);
  return (
    <li>
      <Link href={to} class="nav-place" aria-current={here ? "page" : undefined}>
        <span class="nav-icon">
          {children}
          {count > 0 && <span class="nav-count num">{count > 99 ? "99+" : count}</span>}
        </span>
        <span class="nav-label">{label}</span>
      </Link>
    </li>
  );
}
