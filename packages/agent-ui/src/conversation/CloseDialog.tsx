import type { TeamConversation } from "@deskbell/sdk/agent";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { close } from "./commands.ts";

export function CloseDialog({ conversation, onClose }: { conversation: TeamConversation; onClose: () => void }) {
  const { agent } = useMe();
  // Shown as closed at once, so nobody waits here for the answer.
  const handleSubmit = async () => void close(conversation.id, agent);
  return <FormDialog {...text.conversation.close} onSubmit={handleSubmit} onClose={onClose} />;
}
