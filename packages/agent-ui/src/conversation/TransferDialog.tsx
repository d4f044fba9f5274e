import type { Agent, Team, TeamConversation } from "@deskbell/sdk/agent";
import { createClientId } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { useMe } from "../sign-in/session.ts";
import { useTeams } from "../teams/use-teams.ts";
import { text } from "../text/text.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { transfer } from "./commands.ts";
import { useAgents } from "./use-agents.ts";

interface TransferDialogProps {
  conversation: TeamConversation;
  onClose: () => void;
}

/** To another agent or to a team, with words for them. */
export function TransferDialog({ conversation, onClose }: TransferDialogProps) {
  const { agent: me } = useMe();
  const { assignee, handling, team, id } = conversation;
  const agents = useAgents().filter(
    (agent) => agent.role !== "viewer" && agent.id !== me.id && (handling !== "agent" || agent.id !== assignee?.id),
  );
  const teams = (useTeams().data ?? []).filter((other) => handling !== "queue" || other.id !== team?.id);
  // Pressed again after a lost answer, it is the same transfer.
  const [clientId] = useState(createClientId);
  const words = text.conversation.transfer;

  async function handleSubmit(data: FormData) {
    const { to, name } = targetOf(String(data.get("to")), agents, teams);
    const note = String(data.get("note")).trim();
    await transfer(id, { clientId, ...to, ...(note && { note }) }, name, me);
  }

  return (
    <FormDialog title={words.title} lead={words.lead} submit={words.submit} onSubmit={handleSubmit} onClose={onClose}>
      <label class="field">
        <span class="field-label">{words.to}</span>
        <select class="select" name="to" required autofocus>
          <option value="">{words.choose}</option>
          {(teams.length > 0 || team) && (
            <optgroup label={words.teams}>
              {teams.map(({ id, name }) => (
                <option key={id} value={`team ${id}`}>
                  {name}
                </option>
              ))}
              {(team || handling !== "queue") && <option value="team">{words.everybody}</option>}
            </optgroup>
          )}
          {agents.length > 0 && (
            <optgroup label={words.agents}>
              {agents.map(({ id, name }) => (
                <option key={id} value={`agent ${id}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
      <label class="field">
        <span class="field-label">{words.note}</span>
        <textarea class="input transfer-note" name="note" rows={3} maxLength={8000} />
        <span class="field-hint">{words.noteHint}</span>
      </label>
    </FormDialog>
  );
}

interface Target {
  to: { agentId: string } | { teamId: string | null };
  name: string;
}

function targetOf(value: string, agents: Agent[], teams: Team[]): Target {
  const [kind, id = ""] = value.split(" ");
  if (kind === "team" && !id) return { to: { teamId: null }, name: text.conversation.transfer.everybody };
  const name = (kind === "team" ? teams : agents).find((one) => one.id === id)?.name ?? "";
  return { to: kind === "team" ? { teamId: id } : { agentId: id }, name };
}
