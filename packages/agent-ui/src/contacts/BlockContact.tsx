import type { TeamContact } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { client } from "../client.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { isAdmin } from "../sign-in/is-admin.ts";
import { noticeError, useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Ago } from "../ui/Ago.tsx";
import { toastError } from "../ui/error-sentence.ts";
import { FormDialog } from "../ui/FormDialog.tsx";
import { BlockIcon } from "../ui/icons.tsx";
import { toastDone } from "../ui/toasts.ts";
import { contactName } from "./contact-name.ts";

const refresh = () => queryClient.invalidateQueries({ queryKey: keys.blocks });

/** Agents may know who is kept out. */
function useBlock(contactId: string) {
  const { agent } = useMe();
  const known = useQuery({
    queryKey: keys.contactBlocks(contactId),
    queryFn: async ({ signal }) => (await client.blocks.list({ contactId }, { signal })).data,
    enabled: agent.role !== "viewer",
  });
  return { block: known.data?.[0], isKnown: known.isSuccess };
}

/** Says that a contact is kept out. Admins let them in again. */
export function BlockedMark({ contact }: { contact: TeamContact }) {
  const { agent } = useMe();
  const [busy, setBusy] = useState(false);
  const { block } = useBlock(contact.id);
  if (!block) return null;

  async function handleUnblock(id: string) {
    setBusy(true);
    try {
      await client.blocks.delete(id);
      toastDone(text.blocks.lifted);
    } catch (error) {
      noticeError(error);
      toastError(error);
    }
    setBusy(false);
    await refresh();
  }

  return (
    <section class="panel-part blocked">
      <BlockIcon />
      <div>
        <b>{text.blocks.isBlocked}</b>
        <p class="panel-quiet">
          <Ago time={block.createdAt} />
          {block.reason && ` · ${block.reason}`}
        </p>
      </div>
      {isAdmin(agent) && (
        <button type="button" class="button" disabled={busy} onClick={() => void handleUnblock(block.id)}>
          {text.blocks.unblock}
        </button>
      )}
    </section>
  );
}

/** The way for admins to keep a contact out. */
export function BlockContact({ contact }: { contact: TeamContact }) {
  const { agent } = useMe();
  const [asking, setAsking] = useState(false);
  const { block, isKnown } = useBlock(contact.id);
  if (!isAdmin(agent) || !isKnown || block) return null;
  return (
    <section class="panel-part">
      <button type="button" class="button button-quiet panel-button block-button" onClick={() => setAsking(true)}>
        <BlockIcon size={16} />
        {text.blocks.block}
      </button>
      {asking && <BlockDialog contact={contact} onClose={() => setAsking(false)} />}
    </section>
  );
}

function BlockDialog({ contact, onClose }: { contact: TeamContact; onClose: () => void }) {
  async function handleSubmit(data: FormData) {
    const reason = String(data.get("reason")).trim();
    await client.blocks.create({ contactId: contact.id, ...(reason && { reason }) });
    toastDone(text.blocks.done);
    await refresh();
  }

  return (
    <FormDialog
      title={text.blocks.ask(contactName(contact))}
      lead={text.blocks.askLead}
      submit={text.blocks.block}
      danger
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <label class="field">
        <span class="field-label">{text.blocks.reason}</span>
        <input class="input" name="reason" maxLength={500} autofocus />
      </label>
    </FormDialog>
  );
}
