import type { PendingItem } from "@deskbell/sdk";
import type { ChatThread } from "@deskbell/sdk/chat";
import { useApp } from "../app-context.ts";
import { ErrorText, Wait } from "../errors/ErrorText.tsx";
import { ThreadFiles } from "../files/ThreadFiles.tsx";
import { Icon } from "./Icon.tsx";
import { Words } from "./Words.tsx";

/** Typed here, not yet stored there. */
export function PendingRow({ item, newest, thread }: { item: PendingItem; newest: boolean; thread: ChatThread }) {
  const { text } = useApp();
  const failed = item.state === "failed";
  return (
    <div class={`message mine pending ${item.state}${failed || newest ? " last" : ""}`}>
      <div class="column">
        <ThreadFiles files={item.attachments} />
        {item.body.trim() && (
          <div class="bubble">
            <span class="hidden">{text.you}: </span>
            <Words body={item.body} />
          </div>
        )}
        {failed ? (
          <p class="meta" role="alert">
            <span>
              <Icon name="alert" />
              {text.failed} {item.error && <ErrorText error={item.error} />}
            </span>
            <span>
              <button type="button" onClick={() => thread.retry(item.clientId)}>
                {text.retry}
              </button>
              <button type="button" onClick={() => thread.discard(item.clientId)}>
                {text.discard}
              </button>
            </span>
          </p>
        ) : (
          // Said once, below the last of them.
          newest && (
            <p class="meta">
              {item.error?.code === "rate_limited" ? (
                <Wait error={item.error}>{text.unsent}</Wait>
              ) : item.state === "waiting" ? (
                text.unsent
              ) : (
                text.sending
              )}
            </p>
          )
        )}
      </div>
    </div>
  );
}
