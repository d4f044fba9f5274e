import type { Team } from "@deskbell/sdk/agent";
import { client } from "../client.ts";
import { useAgents } from "../conversation/use-agents.ts";
import { text } from "../text/text.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { Field } from "../ui/Field.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { toastDone } from "../ui/toasts.ts";
import { applyTeam } from "./team-cache.ts";

/** A new team, or one's name and members. */
export function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const agents = useAgents();
  const members = new Set(team?.members.map(({ id }) => id));
  const words = text.teams;

  async function handleSubmit(data: FormData) {
    const body = { name: String(data.get("name")).trim(), memberIds: data.getAll("memberIds").map(String) };
    applyTeam(team ? await client.teams.update(team.id, body) : await client.teams.create(body));
    toastDone(words.saved(body.name));
  }

  return (
    <FormDialog
      title={team ? words.editTitle : words.createTitle}
      submit={team ? text.common.save : words.create}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      {(wrong) => (
        <>
          <Field label={words.name} hint={words.nameHint} problem={wrong("name")}>
            {(input) => (
              <input
                class="input"
                name="name"
                required
                autofocus
                maxLength={80}
                autocomplete="off"
                defaultValue={team?.name ?? ""}
                {...input}
              />
            )}
          </Field>
          <fieldset class="field team-picker">
            <legend class="field-label">{words.members}</legend>
            <div class="team-choices scroll">
              {agents.map((agent) => (
                <label key={agent.id} class="team-choice">
                  <input type="checkbox" name="memberIds" value={agent.id} defaultChecked={members.has(agent.id)} />
                  <Avatar name={agent.name} seed={agent.id} url={agent.avatarUrl} size={22} />
                  <span class="truncate">{agent.name}</span>
                  <span class="team-role">{text.me.roles[agent.role]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </FormDialog>
  );
}
