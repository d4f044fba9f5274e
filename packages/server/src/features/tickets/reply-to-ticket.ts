import type { Message, SendMessage } from "@deskbell/contract";
import type { Context } from "../../context.ts";
import type { Created } from "../../http/endpoint.ts";
import { transact } from "../../transact.ts";
import { sendMessage } from "../messages/index.ts";
import { getTicketView } from "./queries.ts";

/** Writes into the ticket's conversation. */
export function replyToTicket(
  ctx: Context,
  name: { id: string } | { publicId: string },
  input: SendMessage,
): Promise<Created<Message>> {
  return transact(ctx, async (tx) => sendMessage(tx, (await getTicketView(tx, name)).conversationId, input));
}
