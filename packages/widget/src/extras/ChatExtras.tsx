import { type Conversation, DeskbellError } from "@deskbell/sdk";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { ErrorText } from "../errors/ErrorText.tsx";
import { playTone, soundKey } from "../notice/sound.ts";
import { keep, readKept } from "../page-storage.ts";
import { Icon } from "../parts/Icon.tsx";
import { extrasWords } from "./extras-words.ts";
import { MailTranscript } from "./MailTranscript.tsx";
import { listAll, transcriptOf } from "./transcript.ts";

export interface ChatExtrasProps {
  conversation: Conversation;
}

/** What the menu of a chat offers beside moving it on: its words to keep, and a sound. */
export function ChatExtras({ conversation }: ChatExtrasProps) {
  const { shell, text, locale } = useApp();
  const client = useDeskbell();
  const words = extrasWords[locale];
  const [sounds, setSounds] = useState(readKept(shell.channelKey, soundKey) !== null);
  const [state, setState] = useState<"ready" | "busy" | DeskbellError>("ready");

  const toggle = () => {
    keep(shell.channelKey, soundKey, sounds ? null : "1");
    setSounds(!sounds);
    // So that it is known what it will be, and browsers let a page sound after a press.
    if (!sounds) playTone();
  };
  const download = () => {
    if (state === "busy") return;
    setState("busy");
    listAll(client, conversation.id).then(
      (messages) => {
        const { botName } = shell.settings;
        const created = conversation.createdAt.slice(0, 10);
        save(`${words.file}-${created}.txt`, transcriptOf({ messages, text, locale, botName, words }));
        setState("ready");
      },
      (error) => {
        if (!(error instanceof DeskbellError)) throw error;
        setState(error);
      },
    );
  };
  return (
    <>
      <button type="button" aria-disabled={state === "busy"} onClick={download}>
        <Icon name="document" />
        {state === "busy" ? text.loading : words.transcript}
      </button>
      {state instanceof DeskbellError && (
        <p class="wrong" role="alert">
          <ErrorText error={state}>{text.errorTitle}</ErrorText>
        </p>
      )}
      {client.session?.channel.sendsMail && <MailTranscript conversation={conversation} />}
      <button type="button" aria-pressed={sounds} onClick={toggle}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d={sounds ? `${bell}${waves}` : `${bell}M4 4l16 16`} />
        </svg>
        {words.sound}
      </button>
    </>
  );
}

const bell = "M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5M4.5 16.5h15M10.5 20h3";
const waves = "M3 9.5A8 8 0 0 1 5.5 5M21 9.5A8 8 0 0 0 18.5 5";

/** Gives the page's visitor a file, as if they had followed a link to it. */
function save(name: string, words: string): void {
  // With its mark, by which programs know that it is UTF-8.
  const href = URL.createObjectURL(new Blob(["\uFEFF", words], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
