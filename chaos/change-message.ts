import { type Conversation, DeskbellError, type Message, type ThreadState } from "@deskbell/sdk";
import type { TeamConversation } from "@deskbell/sdk/agent";
import type { Ledger } from "./ledger.ts";
import type { Random } from "./random.ts";

interface Changeable {
  get(): ThreadState<Conversation> | ThreadState<TeamConversation>;
  edit(messageId: string, body: string): Promise<void>;
  delete(messageId: string): Promise<void>;
}

/** What a change may be refused with when others act at the same time. */
const refusals = ["message_deleted", "conversation_closed", "forbidden"];

/** A writer says something anew, or takes it back. What does not get through is not tried again: it may have been stored all the same. */
export async function changeMessage(
  thread: Changeable,
  isOwn: (message: Message) => boolean,
  { ledger, random }: { ledger: Ledger; random: Random },
): Promise<void> {
  const own = thread
    .get()
    .items.flatMap((item) =>
      item.kind === "message" && item.message.clientId && !item.message.deletedAt && isOwn(item.message)
        ? [item.message]
        : [],
    );
  if (own.length === 0) return;
  const message = random.pick(own);
  const body = random.chance(0.3) ? null : ledger.reword(message);
  ledger.tryChange(message, body ?? "");
  try {
    await (body === null ? thread.delete(message.id) : thread.edit(message.id, body));
  } catch (error) {
    if (!(error instanceof DeskbellError)) throw error;
    if (!error.temporary && error.code !== "aborted" && !refusals.includes(error.code))
      ledger.wrong(`A change of "${message.body}" was refused: ${error}`);
  }
}
