import { agentStatuses } from "@deskbell/sdk/agent";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { CheckIcon } from "../ui/icons.tsx";
import { StatusDot } from "./StatusDot.tsx";
import { chooseStatus } from "./status.ts";

/** Whether I am given chats. */
export function StatusChoice({ onChosen }: { onChosen: () => void }) {
  const { agent } = useMe();
  return (
    <>
      {agentStatuses.map((status) => (
        <button
          key={status}
          type="button"
          role="menuitemradio"
          aria-checked={status === agent.status}
          class="menu-item"
          onClick={() => {
            onChosen();
            if (status !== agent.status) void chooseStatus(agent, status);
          }}
        >
          <StatusDot status={status} />
          <span>{text.status[status]}</span>
          <span class="status-hint">{text.me.statusHint[status]}</span>
          {status === agent.status && (
            <span class="menu-check">
              <CheckIcon size={16} />
            </span>
          )}
        </button>
      ))}
    </>
  );
}
