import { DeskbellError } from "@deskbell/sdk";
import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useThread } from "../deskbell.ts";
import { ErrorText } from "../errors/ErrorText.tsx";
import type { PartProps } from "./part-props.ts";
import { payloadWords } from "./payload-words.ts";

/** Words anew, or none at all. What is typed stays here until the server has it. */
export function Change({ message, thread: chatThread, onDone = () => undefined }: PartProps) {
  const thread = useThread(chatThread);
  const { text, locale } = useApp();
  const words = payloadWords[locale];
  const [body, setBody] = useState(message.body);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<DeskbellError | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const fixed = message.payload !== null;
  useEffect(() => form.current?.querySelector<HTMLElement>("textarea, button")?.focus(), [asking]);

  const attempt = (action: Promise<void>) => {
    setBusy(true);
    setProblem(null);
    action
      .then(onDone, (error) => {
        if (!(error instanceof DeskbellError)) throw error;
        setProblem(error);
      })
      .finally(() => setBusy(false));
  };
  const save = () => {
    if (!busy && body.trim()) attempt(thread.edit(message.id, body));
  };
  const erase = () => !busy && attempt(thread.delete(message.id));

  const refusals: Record<string, string> = { change_too_late: words.changeTooLate, message_deleted: text.deleted };
  return (
    <form
      class="change"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        // Not the panel's: it would close.
        event.stopPropagation();
        onDone();
      }}
    >
      {asking || fixed ? (
        <p>{words.deleteAsk}</p>
      ) : (
        <textarea
          rows={2}
          maxLength={8000}
          dir="auto"
          aria-label={words.edit}
          value={body}
          onInput={(event) => setBody(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            save();
          }}
        />
      )}
      {problem && (
        <p class="wrong" role="alert">
          {refusals[problem.code] ?? <ErrorText error={problem}>{text.errorTitle}</ErrorText>}
        </p>
      )}
      <p class="change-buttons">
        {asking || fixed ? (
          <button type="button" class="button danger" aria-disabled={busy} onClick={erase}>
            {text.discard}
          </button>
        ) : (
          <>
            <button type="button" class="button danger" onClick={() => setAsking(true)}>
              {text.discard}
            </button>
            <button type="submit" class="button primary" aria-disabled={busy}>
              {words.save}
            </button>
          </>
        )}
        <button type="button" class="button" onClick={onDone}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
