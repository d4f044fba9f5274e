import type { TeamConversation } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { useChannels } from "../settings/use-channels.ts";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { MailIcon } from "../ui/icons.tsx";
import { sendTranscript } from "./commands.ts";

/** Has the conversation sent to its contact, where mail is sent and their address is known. */
export function TranscriptButton({ conversation: { id, contact, channel } }: { conversation: TeamConversation }) {
  const { agent } = useMe();
  const channels = useChannels();
  const [busy, setBusy] = useState(false);
  const sendsMail = channels.data?.find((each) => each.id === channel.id)?.sendsMail;
  if (!sendsMail || !contact.email || agent.role === "viewer") return null;
  async function handleClick() {
    setBusy(true);
    await sendTranscript(id);
    setBusy(false);
  }
  return (
    <section class="panel-part">
      <button
        type="button"
        class="button button-quiet panel-button"
        title={contact.email}
        aria-disabled={busy}
        onClick={() => busy || void handleClick()}
      >
        <MailIcon size={16} />
        {text.conversation.byMail}
      </button>
    </section>
  );
}
