import type { Message, TeamThread } from "@deskbell/sdk/agent";
import { useEffect, useRef, useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { errorSentence } from "../ui/error-sentence.ts";

interface EditMessageProps {
  message: Message;
  thread: TeamThread;
  onDone(): void;
}

/** The message's words, to be written anew; they stay here until the server has them. */
export function EditMessage({ message, thread, onDone }: EditMessageProps) {
  const [body, setBody] = useState(message.body);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  function save() {
    if (busy || body.trim() === "") return;
    setBusy(true);
    thread
      .edit(message.id, body)
      .then(onDone, (error) => setProblem(errorSentence(error)))
      .finally(() => setBusy(false));
  }
  return (
    <form
      class="edit-message"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={field}
        class="input"
        rows={Math.min(8, body.split("\n").length + 1)}
        maxLength={8000}
        dir="auto"
        aria-label={text.conversation.message.edit}
        value={body}
        onInput={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            onDone();
          }
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          save();
        }}
      />
      {problem && (
        <p class="edit-problem" role="alert">
          {problem}
        </p>
      )}
      <div class="dialog-actions">
        <button type="button" class="button" onClick={onDone}>
          {text.common.cancel}
        </button>
        <button type="submit" class="button button-primary" disabled={busy || body.trim() === ""}>
          {text.common.save}
        </button>
      </div>
    </form>
  );
}
