import type { BlockListEntry } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { client } from "../client.ts";
import { contactName } from "../contacts/contact-name.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { isAdmin } from "../sign-in/is-admin.ts";
import { noticeError, useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Ago } from "../ui/Ago.tsx";
import { toastError } from "../ui/error-sentence.ts";
import { Field } from "../ui/Field.tsx";
import { BlockIcon } from "../ui/icons.tsx";
import { LoadMore } from "../ui/LoadMore.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/States.tsx";
import { toastDone } from "../ui/toasts.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { useBlocks } from "./use-blocks.ts";

/** Who is kept out, and the way to let them in again. */
export function BlocksPane() {
  const { agent } = useMe();
  const { query, blocks } = useBlocks();
  return (
    <div class="settings-page">
      <header>
        <h2>{text.blocks.title}</h2>
        <p class="panel-quiet">{text.blocks.explain}</p>
      </header>
      {isAdmin(agent) && <NetworkForm />}
      {query.isPending && <Skeleton rows={4} shape="line" />}
      {query.isError && blocks.length === 0 && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && blocks.length === 0 && (
        <EmptyState icon={<BlockIcon size={22} />} title={text.blocks.none} hint={text.blocks.noneHint} />
      )}
      {blocks.length > 0 && (
        <ul class="blocks">
          {blocks.map((block) => (
            <BlockRow key={block.id} block={block} mayUnblock={isAdmin(agent)} />
          ))}
        </ul>
      )}
      <LoadMore query={query} />
    </div>
  );
}

function NetworkForm() {
  const { busy, sentence, wrong, handleSubmit } = useSubmit(async (form) => {
    const data = new FormData(form);
    const reason = String(data.get("reason")).trim();
    await client.blocks.create({ network: String(data.get("network")).trim(), ...(reason && { reason }) });
    form.reset();
    toastDone(text.blocks.done);
    await queryClient.invalidateQueries({ queryKey: keys.blocks });
  });
  const problem = wrong("network") ? text.blocks.networkWrong : sentence;

  return (
    <form class="settings-part block-network" onSubmit={handleSubmit}>
      <Field label={text.blocks.network} hint={text.blocks.networkHint} problem={problem ?? undefined}>
        {(input) => (
          <input
            class="input num"
            name="network"
            required
            maxLength={49}
            spellcheck={false}
            autocomplete="off"
            placeholder="203.0.113.0/24"
            {...input}
          />
        )}
      </Field>
      <Field label={text.blocks.reason}>
        {(input) => <input class="input" name="reason" maxLength={500} {...input} />}
      </Field>
      <button type="submit" class="button" disabled={busy}>
        {busy && <span class="spinner" />}
        {text.blocks.submit}
      </button>
    </form>
  );
}

function BlockRow({ block, mayUnblock }: { block: BlockListEntry; mayUnblock: boolean }) {
  const [busy, setBusy] = useState(false);

  async function handleUnblock() {
    setBusy(true);
    try {
      await client.blocks.delete(block.id);
      toastDone(text.blocks.lifted);
    } catch (error) {
      noticeError(error);
      toastError(error);
    }
    setBusy(false);
    await queryClient.invalidateQueries({ queryKey: keys.blocks });
  }

  return (
    <li class="block">
      <div class="block-who">
        <b class="truncate">{block.contactId ? <ContactName id={block.contactId} /> : <code>{block.network}</code>}</b>
        <small class="panel-quiet">
          <Ago time={block.createdAt} />
          {block.reason && ` · ${block.reason}`}
        </small>
      </div>
      {mayUnblock && (
        <button type="button" class="button" disabled={busy} onClick={() => void handleUnblock()}>
          {text.blocks.unblock}
        </button>
      )}
    </li>
  );
}

function ContactName({ id }: { id: string }) {
  const contact = useQuery({
    queryKey: keys.contact(id),
    queryFn: ({ signal }) => client.contacts.get(id, { signal }),
  });
  return <>{contact.data ? contactName(contact.data) : text.blocks.contact}</>;
}
