import type { Attachment } from "@deskbell/sdk";
import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { usePanel } from "../app-context.ts";
import type { Tray } from "../files/tray.ts";
import { keep } from "../page-storage.ts";
import { Icon } from "./Icon.tsx";

interface ComposerProps {
  /** Where unsent words are kept. */
  draftKey: string;
  /** Words to begin with; what was kept wins. */
  draft: string;
  hint: string;
  send(body: string, files?: Attachment[]): void;
  setTyping?: ((typing: boolean) => void) | undefined;
}

export function Composer({ draftKey, draft, hint, send, setTyping }: ComposerProps) {
  const { text, drafts, shell, chat } = usePanel();
  const [body, setBody] = useState(draft || (drafts.get(draftKey) ?? ""));
  const field = useRef<HTMLTextAreaElement>(null);
  const tray = useRef<Tray | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const takesFiles = shell.settings.files.kinds.length > 0;

  const keptAt = useRef(draftKey);
  useEffect(() => {
    // The new conversation has got its id: what is being typed moves along.
    if (keptAt.current === draftKey) return;
    drafts.set(draftKey, drafts.get(keptAt.current));
    drafts.set(keptAt.current, null);
    keptAt.current = draftKey;
  }, [draftKey, drafts]);

  const ready = body.trim() || tray.current?.isFilled();
  const write = (next: string) => {
    setBody(next);
    drafts.set(draftKey, next);
  };
  const submit = () => {
    if (!ready || tray.current?.holds(() => latest.current())) return;
    send(body, tray.current?.take());
    // A page that is loaded before this got through goes on with it, opened or not.
    keep(shell.channelKey, "open", "1");
    setTyping?.(false);
    write("");
    field.current?.focus();
  };

  // Files may arrive when more has been written.
  const latest = useRef(submit);
  latest.current = submit;

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {chat && takesFiles && <chat.Attach draftKey={draftKey} tray={tray} changed={redraw} />}
      <div class={takesFiles ? "field with-files" : "field"} data-value={body}>
        <textarea
          ref={field}
          rows={1}
          maxLength={8000}
          aria-label={text.messageLabel}
          placeholder={hint}
          value={body}
          onInput={(event) => {
            write(event.currentTarget.value);
            setTyping?.(event.currentTarget.value !== "");
          }}
          onBlur={() => setTyping?.(false)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            submit();
          }}
        />
        {chat && <chat.Emoji field={field} />}
        <button type="submit" class="round" aria-label={text.send} disabled={!ready}>
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
