import type { Team } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { client } from "../client.ts";
import { noticeError } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { errorSentence } from "../ui/error-sentence.ts";
import { toastDone } from "../ui/toasts.ts";
import { forgetTeam } from "./team-cache.ts";

export function DeleteTeamDialog({ team, waiting, onClose }: { team: Team; waiting: number; onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const words = text.teams;

  async function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await client.teams.delete(team.id);
      forgetTeam(team.id);
      toastDone(words.deleted(team.name));
      onClose();
    } catch (error) {
      noticeError(error);
      setProblem(errorSentence(error));
      setBusy(false);
    }
  }

  return (
    <Dialog title={words.deleteTitle(team.name)} lead={words.deleteLead(waiting)} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        <p role="alert" class="form-problem">
          {problem}
        </p>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            {text.common.cancel}
          </button>
          <button type="submit" class="button button-danger" disabled={busy}>
            {busy && <span class="spinner" />}
            {words.deleteNow}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
