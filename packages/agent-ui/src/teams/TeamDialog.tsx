import type { Team } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { client } from "../client.ts";
import { useAgents } from "../conversation/use-agents.ts";
import { noticeError } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { errorSentence } from "../ui/error-sentence.ts";
import { toastDone } from "../ui/toasts.ts";
import { applyTeam } from "./team-cache.ts";

/** A new team, or one's name and members. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const agents = useAgents();
  const [name, setName] = useState(team?.name ?? "");
  const [memberIds, setMemberIds] = useState(() => team?.members.map(({ id }) => id) ?? []);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const words = text.teams;

  const toggle = (id: string) =>
    setMemberIds((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    if (!name.trim()) return setProblem(words.nameMissing);
    setBusy(true);
    setProblem(null);
    try {
      const body = { name: name.trim(), memberIds };
      applyTeam(team ? await client.teams.update(team.id, body) : await client.teams.create(body));
      toastDone(words.saved(body.name));
      onClose();
    } catch (error) {
      noticeError(error);
      setProblem(errorSentence(error));
      setBusy(false);
    }
  }

  return (
    <Dialog title={team ? words.editTitle : words.createTitle} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        <label class="field">
          <span class="field-label">{words.name}</span>
          <input
            class="input"
            autofocus
            maxLength={80}
            autocomplete="off"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <span class="field-hint">{words.nameHint}</span>
        </label>
        <fieldset class="field team-picker">
          <legend class="field-label">{words.members}</legend>
          <div class="team-choices scroll">
            {agents.map((agent) => (
              <label key={agent.id} class="team-choice">
                <input type="checkbox" checked={memberIds.includes(agent.id)} onChange={() => toggle(agent.id)} />
                <Avatar name={agent.name} seed={agent.id} url={agent.avatarUrl} size={22} />
                <span class="truncate">{agent.name}</span>
                <span class="team-role">{text.me.roles[agent.role]}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <p role="alert" class="form-problem">
          {problem}
        </p>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            {text.common.cancel}
          </button>
          <button type="submit" class="button button-primary" disabled={busy}>
            {busy && <span class="spinner" />}
            {team ? text.common.save : words.create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
