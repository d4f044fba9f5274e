import type { Team } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { useCounts } from "../inbox/use-counts.ts";
import { isAdmin } from "../sign-in/is-admin.ts";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { TeamIcon } from "../ui/icons.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/States.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { DeleteTeamDialog } from "./DeleteTeamDialog.tsx";
import { TeamDialog } from "./TeamDialog.tsx";
import { TeamRow } from "./TeamRow.tsx";
import { useTeams } from "./use-teams.ts";
import "./teams.css";

type Open = { dialog: "new" } | { dialog: "edit" | "delete"; team: Team } | null;

/** Who shares a queue with whom. */
export function TeamsPane() {
  const query = useTeams();
  const counts = useCounts();
  const [open, setOpen] = useState<Open>(null);
  const create = () => setOpen({ dialog: "new" });
  const close = () => setOpen(null);
  const { agent } = useMe();
  const mayChange = isAdmin(agent);
  useShortcuts(mayChange ? { n: create } : {});
  return (
    <div class="settings-page">
      <header class="teams-head">
        <div>
          <h2>{text.teams.title}</h2>
          <p class="panel-quiet">{text.teams.lead}</p>
        </div>
        {mayChange && (
          <button type="button" class="button button-primary" aria-keyshortcuts="n" onClick={create}>
            {text.teams.create}
          </button>
        )}
      </header>
      {query.isPending && <Skeleton rows={4} shape="row" />}
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <EmptyState icon={<TeamIcon size={22} />} {...text.teams.empty} />}
      <ul class="teams-list">
        {query.data?.map((team) => (
          <TeamRow
            key={team.id}
            team={team}
            waiting={counts?.teams[team.id] ?? 0}
            mayChange={mayChange}
            onEdit={() => setOpen({ dialog: "edit", team })}
            onDelete={() => setOpen({ dialog: "delete", team })}
          />
        ))}
      </ul>
      {open?.dialog === "new" && <TeamDialog team={null} onClose={close} />}
      {open?.dialog === "edit" && <TeamDialog team={open.team} onClose={close} />}
      {open?.dialog === "delete" && (
        <DeleteTeamDialog team={open.team} waiting={counts?.teams[open.team.id] ?? 0} onClose={close} />
      )}
    </div>
  );
}
