import type { Team } from "@deskbell/sdk/agent";
import { client } from "../client.ts";
import { text } from "../text/text.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { toastDone } from "../ui/toasts.ts";
import { forgetTeam } from "./team-cache.ts";

export function DeleteTeamDialog({ team, waiting, onClose }: { team: Team; waiting: number; onClose: () => void }) {
  const words = text.teams;

  async function handleSubmit() {
    await client.teams.delete(team.id);
    forgetTeam(team.id);
    toastDone(words.deleted(team.name));
  }

  return (
    <FormDialog
      title={words.deleteTitle(team.name)}
      lead={words.deleteLead(waiting)}
      submit={words.deleteNow}
      danger
      onSubmit={handleSubmit}
      onClose={onClose}
    />
  );
}
