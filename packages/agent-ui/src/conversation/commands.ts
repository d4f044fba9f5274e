import {
  type Agent,
  DeskbellError,
  type TeamConversation,
  type TeamTicket,
  type TransferConversation,
} from "@deskbell/sdk/agent";
import { client } from "../client.ts";
import { applyConversation, expectConversation, patchConversation } from "../inbox/conversation-cache.ts";
import { noticeError } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { applyTicket } from "../tickets/ticket-cache.ts";
import { toastError } from "../ui/error-sentence.ts";
import { toastDone, toastFailed } from "../ui/toasts.ts";

type Patch = (conversation: TeamConversation) => TeamConversation;

export function claim(id: string, me: Agent): Promise<boolean> {
  const taken: Patch = (conversation) => ({ ...conversation, handling: "agent", assignee: me, queuedAt: null });
  return run(id, me, taken, () => client.conversations.claim(id), text.conversation.done.claimed);
}

export function assign(id: string, to: Agent, me: Agent): Promise<boolean> {
  const given: Patch = (conversation) => ({ ...conversation, handling: "agent", assignee: to, queuedAt: null });
  const request = () => client.conversations.assign(id, { agentId: to.id });
  return run(id, me, given, request, text.conversation.done.assigned(to.name));
}

/** Throws what the dialog shows. */
export async function transfer(id: string, input: TransferConversation, name: string, me: Agent): Promise<void> {
  applyConversation(await client.conversations.transfer(id, input), me.id);
  toastDone(text.conversation.done.transferred(name));
}

export function release(id: string, me: Agent): Promise<boolean> {
  const back: Patch = (conversation) => ({
    ...conversation,
    handling: "queue",
    assignee: null,
    queuedAt: new Date().toISOString(),
  });
  const request = () => client.conversations.assign(id, { agentId: null });
  return run(id, me, back, request, text.conversation.done.released);
}

export function close(id: string, me: Agent): Promise<boolean> {
  const closed: Patch = (conversation) => ({ ...conversation, handling: "closed", queuedAt: null });
  return run(id, me, closed, () => client.conversations.close(id), text.conversation.done.closed);
}

export function changeLabels(
  { id }: TeamConversation,
  change: { add: string } | { remove: string },
  me: Agent,
): Promise<boolean> {
  const body = "add" in change ? { addLabels: [change.add] } : { removeLabels: [change.remove] };
  const changed: Patch = (conversation) => ({
    ...conversation,
    labels:
      "add" in change
        ? [...new Set([...conversation.labels, change.add])]
        : conversation.labels.filter((label) => label !== change.remove),
  });
  return run(id, me, changed, () => client.conversations.update(id, body));
}

/** To its contact, with the times of whoever sends it. */
export async function sendTranscript(id: string): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  try {
    const { email } = await client.conversations.sendTranscript(id, { timeZone });
    toastDone(text.conversation.done.mailed(email));
  } catch (error) {
    noticeError(error);
    toastError(error);
  }
}

/** Throws what the dialog shows; the ticket's number is only known afterwards, so nothing is shown before. */
export async function escalate(
  conversation: TeamConversation,
  input: { subject: string; priority: TeamTicket["priority"] },
  me: Agent,
): Promise<TeamTicket> {
  const subject = input.subject.trim();
  const ticket = await client.conversations.escalate(conversation.id, {
    ...(subject && { subject }),
    priority: input.priority,
  });
  const { id, publicId, number, status } = ticket;
  patchConversation(conversation.id, (present) => ({
    ...present,
    ticket: { id, publicId, number, subject: ticket.subject, status },
  }));
  applyTicket(ticket, me.id);
  toastDone(text.conversation.done.escalated(number));
  return ticket;
}

/** Shows the outcome at once, and takes it back with a sentence when the server says no. */
async function run(
  id: string,
  me: Agent,
  patch: Patch,
  request: () => Promise<TeamConversation>,
  done?: string,
): Promise<boolean> {
  const settle = expectConversation(id, patch);
  try {
    const answer = await request();
    settle();
    applyConversation(answer, me.id);
    if (done) toastDone(done);
    return true;
  } catch (error) {
    settle();
    noticeError(error);
    await explain(error, id, me);
    return false;
  }
}

async function explain(error: unknown, id: string, me: Agent): Promise<void> {
  if (!(error instanceof DeskbellError) || error.code !== "already_claimed") return toastError(error);
  const present = await client.conversations.get(id).catch(() => null); // without it, the sentence just names nobody
  if (present) applyConversation(present, me.id);
  const name = present?.assignee?.name;
  toastFailed(name ? text.conversation.refused.claimedBy(name) : text.conversation.refused.claimed);
}
