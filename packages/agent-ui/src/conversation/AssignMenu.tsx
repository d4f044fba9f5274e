import type { TeamConversation } from "@deskbell/sdk/agent";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { ChevronDownIcon, PersonIcon, ReturnIcon } from "../ui/icons.tsx";
import { Popover } from "../ui/Popover.tsx";
import { AgentPicker } from "./AgentPicker.tsx";
import { assign, claim, release } from "./commands.ts";
import { useAgents } from "./use-agents.ts";

export function AssignMenu({ conversation }: { conversation: TeamConversation }) {
  const me = useMe().agent;
  useAgents(); // known by the time the menu opens
  const { id, assignee, handling } = conversation;
  const words = text.conversation.actions;
  return (
    <Popover
      side="end"
      button={
        <>
          <PersonIcon size={16} />
          <span class="action-label">{words.assign}</span>
          <span class="action-label">
            <ChevronDownIcon size={14} />
          </span>
        </>
      }
      label={words.assign}
    >
      {(close) => (
        <>
          <AgentPicker
            chosenId={assignee?.id ?? null}
            onChoose={(agent) => {
              close();
              void (agent.id === me.id && handling !== "agent" ? claim(id, me) : assign(id, agent, me));
            }}
          />
          {handling !== "queue" && (
            <>
              <hr class="menu-rule" />
              <button
                type="button"
                role="menuitem"
                class="menu-item"
                onClick={() => {
                  close();
                  void release(id, me);
                }}
              >
                <ReturnIcon size={17} />
                {words.release}
              </button>
            </>
          )}
        </>
      )}
    </Popover>
  );
}
