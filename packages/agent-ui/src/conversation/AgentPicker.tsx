import type { Agent } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { Load } from "../presence/Load.tsx";
import { WithStatus } from "../presence/StatusDot.tsx";
import { statusOf } from "../presence/status.ts";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { CheckIcon } from "../ui/icons.tsx";
import { useAgents } from "./use-agents.ts";

interface AgentPickerProps {
  chosenId: string | null;
  onChoose: (agent: Agent) => void;
}

/** Everybody who may answer, oneself first, found by typing. */
export function AgentPicker({ chosenId, onChoose }: AgentPickerProps) {
  const me = useMe().agent;
  const [words, setWords] = useState("");
  const agents = useAgents()
    .filter((agent) => agent.role !== "viewer")
    .toSorted((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.name.localeCompare(b.name));
  const matching = (value: string) =>
    agents.filter((agent) => agent.name.toLowerCase().includes(value.trim().toLowerCase()));
  const found = matching(words);

  function handleKeyDown(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    if (event.key !== "Enter") return;
    event.preventDefault(); // the focus goes back to the button, which the same key would press
    const { value } = event.currentTarget; // fast typing is ahead of what is drawn
    const first = matching(value)[0];
    if (value.trim() && first) onChoose(first);
  }

  return (
    <>
      <input
        class="menu-search"
        placeholder={text.conversation.assign.search}
        aria-label={text.conversation.assign.search}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
      />
      <div role="menu" aria-label={text.conversation.assign.label} class="menu-scroll scroll">
        {found.map((agent) => (
          <button
            key={agent.id}
            type="button"
            role="menuitemradio"
            aria-checked={agent.id === chosenId}
            class="menu-item"
            onClick={() => onChoose(agent)}
          >
            <WithStatus status={statusOf(agent)}>
              <Avatar name={agent.name} seed={agent.id} url={agent.avatarUrl} size={22} />
            </WithStatus>
            <span class="truncate">{agent.id === me.id ? text.people.you(agent.name) : agent.name}</span>
            <Load agent={agent} />
            {agent.id === chosenId && (
              <span class="menu-check">
                <CheckIcon size={16} />
              </span>
            )}
          </button>
        ))}
        {found.length === 0 && <p class="menu-empty">{text.conversation.assign.none}</p>}
      </div>
    </>
  );
}
