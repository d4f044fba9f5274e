import { type Agent, DeskbellError, type FormValue, type TeamTicket, type UpdateTicket } from "@deskbell/sdk/agent";
import { client } from "../client.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { noticeError } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { toastError } from "../ui/error-sentence.ts";
import { toastFailed } from "../ui/toasts.ts";
import { applyTicket } from "./ticket-cache.ts";

/** Shown at once; taken back when refused. When somebody else was faster, theirs is loaded and said so. */
export function updateTicket(
  ticket: TeamTicket,
  changes: Omit<UpdateTicket, "version" | "customFields">,
  me: Agent,
): Promise<boolean> {
  const request = () => client.tickets.update(ticket.id, { version: ticket.version, ...changes });
  return run(ticket, { ...ticket, ...changes }, request, me);
}

export function assignTicket(ticket: TeamTicket, to: Agent | null, me: Agent): Promise<boolean> {
  const request = () => client.tickets.assign(ticket.id, { agentId: to?.id ?? null });
  return run(ticket, { ...ticket, assignee: to }, request, me);
}

/** By a form, which says itself what was refused. When somebody else was faster, theirs is loaded. */
export async function changeCustomFields(
  { id, version }: TeamTicket,
  customFields: Record<string, FormValue | null>,
  me: Agent,
): Promise<void> {
  try {
    applyTicket(await client.tickets.update(id, { version, customFields }), me.id);
  } catch (error) {
    await reloadWhenStale(id, error);
    throw error;
  }
}

async function reloadWhenStale(id: string, error: unknown): Promise<boolean> {
  if (!(error instanceof DeskbellError) || error.code !== "version_conflict") return false;
  await queryClient.invalidateQueries({ queryKey: keys.ticket(id) });
  await queryClient.invalidateQueries({ queryKey: keys.timeline(id) });
  return true;
}

async function run(
  before: TeamTicket,
  expected: TeamTicket,
  request: () => Promise<TeamTicket>,
  me: Agent,
): Promise<boolean> {
  queryClient.setQueryData(keys.ticket(before.id), expected);
  try {
    applyTicket(await request(), me.id);
    return true;
  } catch (error) {
    queryClient.setQueryData<TeamTicket>(keys.ticket(before.id), (present) =>
      present && present.version > before.version ? present : before,
    );
    noticeError(error);
    if (await reloadWhenStale(before.id, error)) toastFailed(text.tickets.page.conflict);
    else toastError(error);
    return false;
  }
}
