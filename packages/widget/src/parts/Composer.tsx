import type { Thread } from "@deskbell/sdk";
import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { AttachButton } from "../files/AttachButton.tsx";
import { useTray } from "../files/use-tray.tsx";
import { keep } from "../page-storage.ts";
import { useObservable } from "../use-observable.ts";
import { Icon } from "./Icon.tsx";

interface ComposerProps {
  thread: Thread;
  /** Where unsent words are kept. */
  draftKey: string;
  /** Words to begin with; what was kept wins. */
  draft: string;
  hint: string;
  onSent(): void;
}

export function Composer({ thread, draftKey, draft, hint, onSent }: ComposerProps) {
  const { text, drafts, client, shell } = useApp();
  const [body, setBody] = useState(draft || (drafts.get(draftKey) ?? ""));
  const field = useRef<HTMLTextAreaElement>(null);
  const attach = useTray(draftKey, field);
  const online = useObservable(client.connection);
  const [late, setLate] = useState(false);

  useEffect(() => {
    // Connecting is nothing to speak of, until it takes long.
    const timer = setTimeout(() => setLate(online !== "online"), online === "online" ? 0 : 4000);
    return () => clearTimeout(timer);
  }, [online]);

  const keptAt = useRef(draftKey);
  useEffect(() => {
    // The new conversation has got its id: what is being typed moves along.
    if (keptAt.current === draftKey) return;
    drafts.set(draftKey, drafts.get(keptAt.current));
    drafts.set(keptAt.current, null);
    keptAt.current = draftKey;
  }, [draftKey, drafts]);

  const ready = body.trim() || attach?.isFilled();
  const write = (next: string) => {
    setBody(next);
    drafts.set(draftKey, next);
  };
  const send = () => {
    if (!ready || attach?.holds(() => latest.current())) return;
    thread.send(body, attach?.take());
    // A page that is loaded before this got through goes on with it, opened or not.
    keep(shell.channelKey, "open", "1");
    thread.setTyping(false);
    write("");
    onSent();
    field.current?.focus();
  };

  // Files may arrive when more has been written.
  const latest = useRef(send);
  latest.current = send;

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {late && (
        <p class="hint-line" role="status">
          {text.reconnecting}
        </p>
      )}
      {attach?.view}
      <div class={attach ? "field with-files" : "field"} data-value={body}>
        <textarea
          ref={field}
          rows={1}
          maxLength={8000}
          aria-label={text.messageLabel}
          placeholder={hint}
          value={body}
          onInput={(event) => {
            write(event.currentTarget.value);
            thread.setTyping(event.currentTarget.value !== "");
          }}
          onBlur={() => thread.setTyping(false)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        {attach && <AttachButton add={attach.add} />}
        <button type="submit" class="round" aria-label={text.send} disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
