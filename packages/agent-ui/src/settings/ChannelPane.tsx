import type { TeamChannel } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { client } from "../client.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { isAdmin } from "../sign-in/is-admin.ts";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { toastDone } from "../ui/toasts.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { AppearanceFields } from "./AppearanceFields.tsx";
import { AssignmentFields } from "./AssignmentFields.tsx";
import { AudienceFields } from "./AudienceFields.tsx";
import { ConversationFields } from "./ConversationFields.tsx";
import { HomeFields } from "./HomeFields.tsx";
import { OfficeHoursFields } from "./OfficeHoursFields.tsx";
import { PreChatFields } from "./PreChatFields.tsx";
import { ProactiveFields } from "./ProactiveFields.tsx";
import { readChannelForm } from "./read-channel-form.ts";
import { TicketFormFields } from "./TicketFormFields.tsx";

/** One channel's settings: what is changed here is saved together. */
export function ChannelPane({ channel: known }: { channel: TeamChannel }) {
  const { agent } = useMe();
  /** As it was opened or last saved: the fields begin with it. */
  const [channel, setChannel] = useState(known);
  const [changed, setChanged] = useState(false);
  // A new form for each state that was saved or given up.
  const [round, setRound] = useState(0);
  const { busy, sentence, wrong, forget, handleSubmit } = useSubmit(async (form) => {
    let saved = await client.channels.update(channel.id, readChannelForm(form, channel));
    const logo = new FormData(form).get("logo");
    if (logo instanceof File && logo.size > 0) saved = await client.channels.uploadLogo(channel.id, logo);
    queryClient.setQueryData<TeamChannel[]>(keys.channels, (all) =>
      all?.map((each) => (each.id === saved.id ? saved : each)),
    );
    toastDone(text.settings.saved);
    setChannel(saved);
    startOver();
  });

  function startOver() {
    setChanged(false);
    forget();
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
      <fieldset class="settings-all" disabled={!isAdmin(agent)}>
        {channel.kind === "website" && <AppearanceFields channel={channel} wrong={wrong} />}
        {channel.kind === "website" && <HomeFields channel={channel} wrong={wrong} />}
        {channel.kind === "website" && <AudienceFields channel={channel} wrong={wrong} />}
        {channel.kind === "website" && <PreChatFields channel={channel} wrong={wrong} />}
        <TicketFormFields channel={channel} wrong={wrong} />
        {channel.kind === "website" && <ProactiveFields channel={channel} wrong={wrong} />}
        {channel.kind === "website" && <OfficeHoursFields channel={channel} wrong={wrong} />}
        <AssignmentFields channel={channel} wrong={wrong} />
        <ConversationFields channel={channel} wrong={wrong} />
      </fieldset>
      {(changed || sentence) && (
        <footer class="settings-save">
          <p role="alert" class="form-problem">
            {sentence}
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
