import type { Agent, OfferInput, TeamConversation, TeamThread } from "@deskbell/sdk/agent";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { contactName } from "../contacts/contact-name.ts";
import { AttachButton } from "../files/AttachButton.tsx";
import { UploadTray } from "../files/UploadTray.tsx";
import { uploadsOf } from "../files/uploads-of.ts";
import { useFileDrop } from "../files/use-file-drop.ts";
import { text } from "../text/text.ts";
import { LockIcon, SendIcon } from "../ui/icons.tsx";
import { toastFailed } from "../ui/toasts.ts";
import { useObservable } from "../ui/use-observable.ts";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { type ComposerMode, keepDraft, readDraft } from "./drafts.ts";
import { OfferMenu } from "./OfferMenu.tsx";
import "./composer.css";

const maxLength = 8000;

interface ComposerProps {
  conversation: TeamConversation;
  thread: TeamThread;
  agent: Agent;
}

export function Composer({ conversation, thread, agent }: ComposerProps) {
  const { id, contact } = conversation;
  const placeOf = (of: ComposerMode) => ({ agentId: agent.id, conversationId: id, mode: of });
  const [mode, setMode] = useState<ComposerMode>("reply");
  const [body, setBody] = useState(() => readDraft(placeOf("reply")));
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const uploads = uploadsOf(agent.id, id);
  const files = useObservable(uploads);
  const [isHeld, setIsHeld] = useState(false);
  const tooMany = body.length - maxLength;
  const hasFiles = mode === "reply" && files.length > 0;
  const ready = (body.trim() !== "" || hasFiles) && tooMany <= 0;
  const isArriving = files.some(({ state }) => state === "waiting" || state === "uploading");
  const isRefused = files.some(({ state }) => state === "failed");

  useShortcuts({ r: () => write("reply"), n: () => write("note") });
  useEffect(() => () => thread.setTyping(false), [thread]);
  useFileDrop(form, mode === "reply" && agent.role !== "viewer", (picked) => addFiles(picked));
  useEffect(() => {
    if (!isHeld || isArriving) return;
    setIsHeld(false);
    if (!isRefused) submit();
  }, [isHeld, isArriving]);
  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight}px`;
  }, [body, mode]);

  function write(wanted: ComposerMode) {
    if (wanted !== mode) {
      setMode(wanted);
      setBody(readDraft(placeOf(wanted)));
      thread.setTyping(false);
    }
    field.current?.focus();
  }

  function change(value: string) {
    setBody(value);
    keepDraft(placeOf(mode), value);
    if (mode === "reply") thread.setTyping(value.trim() !== "");
  }

  function addFiles(picked: File[]) {
    if (uploads.add(picked) < picked.length) toastFailed(text.files.tooMany);
  }

  function submit() {
    const written = field.current?.value ?? body;
    if ((written.trim() === "" && !hasFiles) || written.length > maxLength) return;
    if (hasFiles && isRefused) return;
    // Sent when they are there, with what has been written until then.
    if (hasFiles && isArriving) return setIsHeld(true);
    if (mode === "note") thread.addNote(written);
    else thread.send(written, uploads.take());
    thread.setTyping(false);
    setBody("");
    keepDraft(placeOf(mode), "");
    field.current?.focus();
  }

  /** What was typed goes with it as its words. */
  function offer(payload: OfferInput, fallback: string) {
    thread.offer(body.trim() === "" ? fallback : body, payload);
    change("");
    field.current?.focus();
  }

  function handleKeyDown(event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) {
    if (event.key === "Escape") return event.currentTarget.blur();
    // While an input method composes, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  }

  if (agent.role === "viewer") return <p class="composer-closed">{text.composer.viewer}</p>;
  const hint = hintFor(conversation, mode, agent);
  return (
    <form
      ref={form}
      class={`composer composer-${mode}`}
      aria-label={text.composer.label}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="composer-modes" role="tablist" aria-label={text.composer.mode}>
        {(["reply", "note"] as const).map((other) => (
          <button
            key={other}
            type="button"
            role="tab"
            class={`composer-mode composer-mode-${other}`}
            aria-selected={other === mode}
            aria-keyshortcuts={other === "reply" ? "r" : "n"}
            onClick={() => write(other)}
          >
            {other === "note" && <LockIcon size={13} />}
            {text.composer[other]}
          </button>
        ))}
        {hint && <span class="composer-notice truncate">{hint}</span>}
      </div>
      <textarea
        ref={field}
        rows={2}
        dir="auto"
        value={body}
        placeholder={
          mode === "note" ? text.composer.notePlaceholder : text.composer.replyPlaceholder(contactName(contact))
        }
        aria-label={text.composer[mode]}
        onInput={(event) => change(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        onBlur={() => thread.setTyping(false)}
      />
      {mode === "reply" && <UploadTray uploads={uploads} />}
      <div class="composer-end">
        {mode === "reply" && <AttachButton onPick={addFiles} />}
        {mode === "reply" && <OfferMenu onOffer={offer} />}
        <span class={tooMany > 0 ? "composer-hint composer-over" : "composer-hint"}>
          {tooMany > 0 ? text.composer.tooLong(tooMany) : isHeld ? text.files.sendsLater : text.composer.hint}
        </span>
        <button type="submit" class="button button-primary" disabled={!ready}>
          {mode === "note" ? text.composer.addNote : text.composer.send}
          {mode === "reply" && <SendIcon size={15} />}
        </button>
      </div>
    </form>
  );
}

function hintFor(conversation: TeamConversation, mode: ComposerMode, agent: Agent): string | null {
  if (mode === "note") return text.conversation.internalHint;
  const { handling, assignee } = conversation;
  if (handling === "closed") return text.composer.closed;
  if (handling === "bot") return text.composer.botAnswers;
  if (handling === "queue") return text.composer.queueWaits;
  return assignee && assignee.id !== agent.id ? text.composer.othersAnswer(assignee.name) : null;
}
