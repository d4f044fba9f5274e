import { type ProactiveOpening, wordsIn } from "@deskbell/contract";
import type { ContactActor } from "../../context.ts";
import type { Tx } from "../../transact.ts";
import { getChannel } from "../channels/index.ts";
import type { ConversationRow } from "../conversations/index.ts";
import { appendMessage } from "../messages/index.ts";

/** Puts the proactive message that a contact answers before their first words, as the rule says it now. */
export async function appendProactive(
  tx: Tx<ContactActor>,
  conversation: ConversationRow,
  { ruleId, locale }: ProactiveOpening,
): Promise<void> {
  const { proactive, settings } = await getChannel(tx, tx.actor.channelId);
  const rule = proactive.find(({ id }) => id === ruleId);
  if (!rule) return;
  const body = wordsIn(rule.message, locale, settings.locale);
  await appendMessage(tx, conversation, { author: { kind: "bot", id: null, name: settings.botName }, body });
}
