import { type LiveChat, toDeskbell } from "@deskbell/sdk/chat";
import { keep, readKept } from "../page-storage.ts";

/** Tells the server what this browser showed before it knew who sits here, so that their other devices do not. `shown`: ids of rules. */
export async function tellShown(client: LiveChat, channelKey: string, shown: string): Promise<void> {
  const told = `${client.session?.contact.id} ${shown}`;
  if (readKept(channelKey, "proactive-told") === told) return;
  for (const ruleId of shown.split(" ")) await toDeskbell(client).contact.showProactive({ ruleId });
  keep(channelKey, "proactive-told", told);
}
