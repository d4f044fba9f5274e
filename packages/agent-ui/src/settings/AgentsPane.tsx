import { type Agent, agentRoles } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { client } from "../client.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { isAdmin } from "../sign-in/is-admin.ts";
import { noticeError, useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { toastError } from "../ui/error-sentence.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { ErrorState, Skeleton } from "../ui/States.tsx";
import { toastDone } from "../ui/toasts.ts";
import { CapacityDialog } from "./CapacityDialog.tsx";

/** Who works here, as what, and the way to end that. */
export function AgentsPane() {
  const query = useQuery({
    queryKey: keys.agents,
    queryFn: async ({ signal }) => (await client.agents.list({ signal })).data,
  });
  const [leaving, setLeaving] = useState<Agent | null>(null);
  const [limited, setLimited] = useState<Agent | null>(null);
  return (
    <div class="settings-page">
      <header>
        <h2>{text.agents.title}</h2>
        <p class="panel-quiet">{text.agents.explain}</p>
      </header>
      {query.isPending && <Skeleton rows={4} shape="line" />}
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && (
        <ul class="blocks">
          {query.data.map((agent) => (
            <AgentRow
              key={agent.id}
              agent={agent}
              onLimit={() => setLimited(agent)}
              onRemove={() => setLeaving(agent)}
            />
          ))}
        </ul>
      )}
      {limited && <CapacityDialog agent={limited} onClose={() => setLimited(null)} />}
      {leaving && <RemoveDialog agent={leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}

interface AgentRowProps {
  agent: Agent;
  onLimit: () => void;
  onRemove: () => void;
}

function AgentRow({ agent, onLimit, onRemove }: AgentRowProps) {
  const { agent: me } = useMe();
  const [busy, setBusy] = useState(false);
  const rank = agentRoles.indexOf(me.role);
  const load = text.people.load(agent.openChats, agent.maxConcurrentChats);
  // The server decides; nobody changes who stands above them, and here nobody themselves.
  const isFixed = !isAdmin(me) || agent.id === me.id || agentRoles.indexOf(agent.role) < rank;

  async function handleRole(event: Event & { currentTarget: HTMLSelectElement }) {
    const role = agentRoles.find((each) => each === event.currentTarget.value);
    if (!role) return;
    setBusy(true);
    try {
      await client.agents.update(agent.id, { role });
      toastDone(text.agents.changed(agent.name, text.me.roles[role]));
    } catch (error) {
      noticeError(error);
      toastError(error);
    }
    await queryClient.invalidateQueries({ queryKey: keys.agents });
    setBusy(false);
  }

  return (
    <li class="block">
      <Avatar name={agent.name} seed={agent.id} url={agent.avatarUrl} />
      <div class="block-who">
        <b class="truncate">{agent.name}</b>
        <small class="panel-quiet truncate">{agent.email}</small>
      </div>
      {agent.role !== "viewer" &&
        (isAdmin(me) ? (
          <button
            type="button"
            class="button button-quiet num"
            aria-label={text.agents.capacity.change(agent.name, load)}
            title={text.agents.capacity.change(agent.name, load)}
            onClick={onLimit}
          >
            {load}
          </button>
        ) : (
          <span class="panel-quiet num">{load}</span>
        ))}
      {isFixed ? (
        <span class="block-role panel-quiet">{text.me.roles[agent.role]}</span>
      ) : (
        <>
          <select
            class="select"
            aria-label={text.agents.roleOf(agent.name)}
            value={agent.role}
            disabled={busy}
            onChange={(event) => void handleRole(event)}
          >
            {agentRoles.slice(rank).map((role) => (
              <option key={role} value={role}>
                {text.me.roles[role]}
              </option>
            ))}
          </select>
          <button type="button" class="button" disabled={busy} onClick={onRemove}>
            {text.agents.remove}
          </button>
        </>
      )}
    </li>
  );
}

function RemoveDialog({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  async function handleSubmit() {
    try {
      await client.agents.remove(agent.id);
      toastDone(text.agents.removed(agent.name));
    } finally {
      await queryClient.invalidateQueries({ queryKey: keys.agents });
    }
  }

  return (
    <FormDialog
      title={text.agents.ask(agent.name)}
      lead={text.agents.askLead}
      submit={text.agents.remove}
      danger
      onSubmit={handleSubmit}
      onClose={onClose}
    />
  );
}
