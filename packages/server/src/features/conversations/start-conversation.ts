import type { Message, StartConversation } from "@deskbell/contract";
import type { ContactActor, Context } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { sendMessage } from "../messages/index.ts";
import { takeAnswers } from "../pre-chat/index.ts";
import { appendProactive } from "../proactive/index.ts";
import { allowAnother } from "./allow-another.ts";
import { handOff } from "./hand-off.ts";
import { openConversation } from "./open-conversation.ts";
import { type ConversationView, findConversationByClientId, getConversationView } from "./queries.ts";
import { tellConversation } from "./tell-conversation.ts";
import { tellQueue } from "./tell-queue.ts";

/** Opens a conversation with its first message; the same `clientId` again continues what the first call began. */
export function startConversation(
  ctx: Context<ContactActor>,
  input: StartConversation,
): Promise<Created<{ view: ConversationView; message: Message }>> {
  return transact(ctx, async (tx) => {
    const { contactId, channelId } = tx.actor;
    const isRepeated = (await findConversationByClientId(tx, contactId, input.clientId)) !== null;
    if (!isRepeated) await allowAnother(tx, tx.actor);
    const attributes = isRepeated ? {} : await takeAnswers(tx, input.answers ?? {});
    const { clientId } = input;
    const opened = await openConversation(tx, { contactId, channelId, clientId, handling: "bot", attributes });
    const { id } = opened.value;
    if (input.proactive && !opened.repeated) await appendProactive(tx, opened.value, input.proactive);
    const sent = await sendMessage(tx, id, input.message);
    if (input.handoff && !opened.repeated) await handOff(tx, id);
    if (!opened.repeated) tellQueue(tx);
    const view = sent.repeated ? await getConversationView(tx, id) : await tellConversation(tx, id);
    return { value: { view, message: sent.value }, repeated: opened.repeated };
  });
}
