import type { Handling, TeamConversation } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import { Badge, type Tone } from "../ui/Badge.tsx";

const tones: Record<Handling, Tone> = { bot: "violet", queue: "amber", agent: "green", closed: "grey" };

/** Who answers this conversation. */
export function HandlingBadge({ conversation, agentId }: { conversation: TeamConversation; agentId: string }) {
  const { handling, assignee } = conversation;
  return (
    <Badge tone={tones[handling]} dot>
      {handling === "agent" && assignee ? (
        <span class="truncate badge-name">{assignee.id === agentId ? text.inbox.sentByYou : assignee.name}</span>
      ) : (
        text.inbox.handling[handling]
      )}
    </Badge>
  );
}
