import type { Team } from "@deskbell/sdk/agent";
import { Link } from "wouter-preact";
import { routes } from "../routes.ts";
import { text } from "../text/text.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { ClockIcon, PencilIcon } from "../ui/icons.tsx";

interface TeamRowProps {
  team: Team;
  waiting: number;
  mayChange: boolean;
  onEdit: () => void;
  onDelete: () => void;
}

const shown = 5;

export function TeamRow({ team, waiting, mayChange, onEdit, onDelete }: TeamRowProps) {
  const { name, members } = team;
  return (
    <li class="team">
      <div class="team-who">
        <h3 class="truncate">{name}</h3>
        <div class="team-members">
          <span class="team-faces">
            {members.slice(0, shown).map((member) => (
              <Avatar key={member.id} name={member.name} seed={member.id} url={member.avatarUrl} size={22} />
            ))}
          </span>
          <span class="truncate">{members.length > 0 ? namesOf(team) : text.teams.noMembers}</span>
        </div>
      </div>
      <Link href={routes.inbox("queue", undefined, team.id)} class={waiting > 0 ? "row-waiting" : "team-quiet"}>
        {waiting > 0 && <ClockIcon size={13} />}
        {text.teams.waiting(waiting)}
      </Link>
      {mayChange && (
        <div class="team-actions">
          <button
            type="button"
            class="icon-button"
            aria-label={text.teams.edit(name)}
            title={text.teams.edit(name)}
            onClick={onEdit}
          >
            <PencilIcon />
          </button>
          <button
            type="button"
            class="button button-quiet"
            aria-label={text.teams.deleteNamed(name)}
            onClick={onDelete}
          >
            {text.teams.delete}
          </button>
        </div>
      )}
    </li>
  );
}

function namesOf({ members }: Team): string {
  const names = members.slice(0, shown).map(({ name }) => name);
  const more = members.length - names.length;
  return more > 0 ? text.teams.andMore(names.join(", "), more) : names.join(", ");
}
