import type { TeamConversation } from "@deskbell/sdk/agent";
import { Attributes } from "../contacts/Attributes.tsx";
import { Trust } from "../contacts/Trust.tsx";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { TagsField } from "../ui/TagsField.tsx";
import { changeLabels } from "./commands.ts";
import { TranscriptButton } from "./TranscriptButton.tsx";

/** What the team and the website hang on a conversation. */
export function ConversationFacts({ conversation }: { conversation: TeamConversation }) {
  const { agent } = useMe();
  const words = text.conversation.labels;
  return (
    <>
      <section class="panel-part">
        <h3 class="panel-title">{words.title}</h3>
        <TagsField
          tags={conversation.labels}
          words={words}
          disabled={agent.role === "viewer"}
          maxLength={64}
          onChange={(change) => void changeLabels(conversation, change, agent)}
        />
      </section>
      <Attributes title={text.conversation.attributes} attributes={conversation.attributes}>
        <Trust by={null} />
      </Attributes>
      <TranscriptButton conversation={conversation} />
    </>
  );
}
