import type { Agent, Team, TeamConversation } from "@deskbell/sdk/agent";
import { createClientId } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { noticeError, useMe } from "../sign-in/session.ts";
import { useTeams } from "../teams/use-teams.ts";
import { text } from "../text/text.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { errorSentence } from "../ui/error-sentence.ts";
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
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const words = text.conversation.transfer;

  async function handleSubmit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const target = targetOf(String(form.get("to") ?? ""), agents, teams);
    if (!target) return setProblem(words.missing);
    const note = String(form.get("note")).trim();
    setBusy(true);
    setProblem(null);
    try {
      await transfer(id, { clientId, ...target.to, ...(note && { note }) }, target.name, me);
      onClose();
    } catch (error) {
      noticeError(error);
      setProblem(errorSentence(error));
      setBusy(false);
    }
  }

  return (
    <Dialog title={words.title} lead={words.lead} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        <label class="field">
          <span class="field-label">{words.to}</span>
          <select class="select" name="to" autofocus>
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
        <p role="alert" class="form-problem">
          {problem}
        </p>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            {text.common.cancel}
          </button>
          <button type="submit" class="button button-primary" disabled={busy}>
            {busy && <span class="spinner" />}
            {words.submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface Target {
  to: { agentId: string } | { teamId: string | null };
  name: string;
}

function targetOf(value: string, agents: Agent[], teams: Team[]): Target | null {
  const [kind, id] = value.split(" ");
  if (kind === "team" && !id) return { to: { teamId: null }, name: text.conversation.transfer.everybody };
  const named = (kind === "team" ? teams : agents).find((one) => one.id === id);
  if (!named) return null;
  return { to: kind === "team" ? { teamId: named.id } : { agentId: named.id }, name: named.name };
}
