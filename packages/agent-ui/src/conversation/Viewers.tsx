import { useMe } from "../sign-in/session.ts";
import { locale, text } from "../text/text.ts";
import { EyeIcon } from "../ui/icons.tsx";
import { viewersOf } from "./viewers.ts";

/** Who else has this conversation open. */
export function Viewers({ conversationId }: { conversationId: string }) {
  const { agent } = useMe();
  const names = viewersOf(conversationId, agent.id);
  if (names.length === 0) return null;
  const list = new Intl.ListFormat(locale).format(names);
  const sentence = names.length === 1 ? text.conversation.viewing(list) : text.conversation.viewingMany(list);
  return (
    <span class="viewers" title={sentence}>
      <EyeIcon size={14} />
      <span class="visually-hidden">{sentence}</span>
      <span class="truncate" aria-hidden="true">
        {list}
      </span>
    </span>
  );
}
