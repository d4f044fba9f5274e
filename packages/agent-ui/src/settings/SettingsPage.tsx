import type { ComponentChildren } from "preact";
import { Link } from "wouter-preact";
import { routes } from "../routes.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { isAdmin } from "../sign-in/is-admin.ts";
import { useMe } from "../sign-in/session.ts";
import { TeamsPane } from "../teams/TeamsPane.tsx";
import { text } from "../text/text.ts";
import { BackIcon, BlockIcon, GlobeIcon, InboxIcon, LockIcon, PersonIcon, TeamIcon } from "../ui/icons.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/States.tsx";
import { AgentsPane } from "./AgentsPane.tsx";
import { BlocksPane } from "./BlocksPane.tsx";
import { ChannelPane } from "./ChannelPane.tsx";
import "./settings.css";
import { useChannels } from "./use-channels.ts";
import { WorkspacePane } from "./WorkspacePane.tsx";

interface SettingsPageProps {
  section: string | undefined;
  id: string | undefined;
}

export function SettingsPage({ section, id }: SettingsPageProps) {
  usePageTitle(text.settings.title);
  const { agent } = useMe();
  const channels = useChannels();
  const channel = section === "channels" ? channels.data?.find((each) => each.id === id) : undefined;
  const blocks = section === "blocks" && agent.role !== "viewer";
  const agents = section === "agents";
  const teams = section === "teams";
  const workspace = section === "workspace";
  return (
    <div class={section ? "settings detail-open" : "settings"}>
      <nav class="settings-list scroll" aria-label={text.settings.title}>
        <h1>{text.settings.title}</h1>
        <h2 class="settings-group">{text.settings.channels}</h2>
        {channels.isPending && <Skeleton rows={2} shape="line" />}
        {channels.isError && !channels.data && (
          <ErrorState error={channels.error} onRetry={() => void channels.refetch()} />
        )}
        <ul>
          {channels.data?.map((each) => (
            <Item key={each.id} to={routes.channel(each.id)} here={each.id === id} icon={<GlobeIcon />}>
              <span class="truncate">{each.name}</span>
              <small class="truncate">{text.settings.kind[each.kind]}</small>
            </Item>
          ))}
        </ul>
        <h2 class="settings-group">{text.settings.people}</h2>
        <ul>
          <Item to={routes.workspace()} here={workspace} icon={<InboxIcon size={18} />}>
            <span class="truncate">{text.workspace.title}</span>
            <small class="truncate">{text.workspace.lead}</small>
          </Item>
          <Item to={routes.agents()} here={agents} icon={<PersonIcon />}>
            <span class="truncate">{text.agents.title}</span>
            <small class="truncate">{text.agents.lead}</small>
          </Item>
          <Item to={routes.teams()} here={teams} icon={<TeamIcon />}>
            <span class="truncate">{text.teams.title}</span>
            <small class="truncate">{text.teams.hint}</small>
          </Item>
        </ul>
        {agent.role !== "viewer" && (
          <>
            <h2 class="settings-group">{text.settings.safety}</h2>
            <ul>
              <Item to={routes.blocks()} here={blocks} icon={<BlockIcon />}>
                <span class="truncate">{text.blocks.title}</span>
                <small class="truncate">{text.blocks.lead}</small>
              </Item>
            </ul>
          </>
        )}
      </nav>
      <section class="settings-detail scroll">
        {section && (
          <Link href={routes.settings()} class="icon-button only-narrow" aria-label={text.common.back}>
            <BackIcon />
          </Link>
        )}
        {section && !isAdmin(agent) && (
          <p class="settings-read-only">
            <LockIcon size={16} />
            {text.settings.readOnly}
          </p>
        )}
        {channel && <ChannelPane key={channel.id} channel={channel} />}
        {blocks && <BlocksPane />}
        {agents && <AgentsPane />}
        {teams && <TeamsPane />}
        {workspace && <WorkspacePane />}
        {!channel && !blocks && !agents && !teams && !workspace && !(section && channels.isPending) && (
          <EmptyState icon={<GlobeIcon size={22} />} title={text.settings.choose} />
        )}
      </section>
    </div>
  );
}

interface ItemProps {
  to: string;
  here: boolean;
  icon: ComponentChildren;
  children: ComponentChildren;
}

function Item({ to, here, icon, children }: ItemProps) {
  return (
    <li>
      <Link href={to} class="settings-item" aria-current={here ? "page" : undefined}>
        {icon}
        <span class="settings-words">{children}</span>
      </Link>
    </li>
  );
}
