import type { TeamConversation } from "@deskbell/sdk/agent";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { close } from "./commands.ts";

export function CloseDialog({ conversation, onClose }: { conversation: TeamConversation; onClose: () => void }) {
  const { agent } = useMe();
  const words = text.conversation.close;
  function handleSubmit(event: SubmitEvent) {
    event.preventDefault();
    void close(conversation.id, agent);
    onClose();
  }
  return (
    <Dialog title={words.title} lead={words.lead} onClose={onClose}>
      <form onSubmit={handleSubmit}>
        <div class="dialog-actions">
          <button type="button" class="button" onClick={onClose}>
            {text.common.cancel}
          </button>
          <button type="submit" class="button button-primary">
            {words.submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
