import { DeskbellError, type TeamChannel } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { client } from "../client.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { noticeError } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { errorSentence } from "../ui/error-sentence.ts";
import { toastDone } from "../ui/toasts.ts";
import { AppearanceFields } from "./AppearanceFields.tsx";
import { AudienceFields } from "./AudienceFields.tsx";
import { ConversationFields } from "./ConversationFields.tsx";
import { PreChatFields } from "./PreChatFields.tsx";
import { readChannelForm } from "./read-channel-form.ts";

/** One channel's settings: what is changed here is saved together. */
export function ChannelPane({ channel }: { channel: TeamChannel }) {
  const [changed, setChanged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  // A new form for each state that was saved or given up.
  const [round, setRound] = useState(0);
  const fields = problem instanceof DeskbellError ? problem.fields : {};
  /** What is wrong with a field, or with one of its lines. */
  const wrong = (name: string) => Object.entries(fields).find(([path]) => `${path}.`.startsWith(`${name}.`))?.[1];

  async function handleSubmit(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault();
    const change = readChannelForm(event.currentTarget, channel);
    setBusy(true);
    setProblem(null);
    try {
      const saved = await client.channels.update(channel.id, change);
      queryClient.setQueryData<TeamChannel[]>(keys.channels, (known) =>
        known?.map((each) => (each.id === saved.id ? saved : each)),
      );
      toastDone(text.settings.saved);
      startOver();
    } catch (error) {
      noticeError(error);
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  function startOver() {
    setChanged(false);
    setProblem(null);
    setRound(round + 1);
  }

  return (
    <form key={round} class="settings-page" onSubmit={handleSubmit} onInput={() => setChanged(true)}>
      <header>
        <h2>{channel.name}</h2>
        <p class="panel-quiet">
          {text.settings.kind[channel.kind]} · {text.settings.key} <code>{channel.key}</code>
        </p>
      </header>
      {channel.kind === "website" && <AppearanceFields channel={channel} wrong={wrong} />}
      {channel.kind === "website" && <AudienceFields channel={channel} wrong={wrong} />}
      {channel.kind === "website" && <PreChatFields channel={channel} wrong={wrong} />}
      <ConversationFields channel={channel} wrong={wrong} />
      {(changed || problem !== null) && (
        <footer class="settings-save">
          <p role="alert" class="form-problem">
            {problem !== null && errorSentence(problem)}
          </p>
          <button type="button" class="button" onClick={startOver} disabled={busy}>
            {text.common.cancel}
          </button>
          <button type="submit" class="button button-primary" disabled={busy}>
            {busy && <span class="spinner" />}
            {text.common.save}
          </button>
        </footer>
      )}
    </form>
  );
}
