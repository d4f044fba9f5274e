import type { PendingItem, TeamThread } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import { errorSentence, secondsToWait } from "../ui/error-sentence.ts";
import { WarningIcon } from "../ui/icons.tsx";

/** How far something unsent has got, and what can be done about it. */
export function PendingState({ item, thread }: { item: PendingItem; thread: TeamThread }) {
  const words = text.conversation;
  if (item.state === "sending") return <p class="pending pending-sending">{words.sending}</p>;
  const seconds = secondsToWait(item.error);
  const waiting = seconds === null ? words.waiting : words.waitingFor(seconds);
  return (
    <p class={`pending pending-${item.state}`} role={item.state === "failed" ? "alert" : undefined}>
      {item.state === "failed" && <WarningIcon size={14} />}
      <span>
        {item.state === "waiting" ? waiting : `${words.failed} ${item.error ? errorSentence(item.error) : ""}`}
      </span>
      <button type="button" class="link-button" onClick={() => thread.retry(item.clientId)}>
        {words.retry}
      </button>
      {item.state === "failed" && (
        <button type="button" class="link-button" onClick={() => thread.discard(item.clientId)}>
          {words.discard}
        </button>
      )}
    </p>
  );
}
