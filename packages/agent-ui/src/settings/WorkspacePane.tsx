import type { Workspace } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { isAdmin } from "../sign-in/is-admin.ts";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { Field } from "../ui/Field.tsx";
import { ErrorState, Skeleton } from "../ui/States.tsx";
import { toastDone } from "../ui/toasts.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { Unit } from "./Unit.tsx";

/** How chats are given in the whole workspace. */
export function WorkspacePane() {
  const query = useQuery({
    queryKey: keys.workspace,
    queryFn: async ({ signal }) => (await client.me({ signal })).workspace,
    staleTime: 0,
  });
  return (
    <div class="settings-page">
      <header>
        <h2>{text.workspace.title}</h2>
        <p class="panel-quiet">{text.workspace.explain}</p>
      </header>
      {query.isPending && <Skeleton rows={4} shape="line" />}
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && <WorkspaceForm workspace={query.data} />}
    </div>
  );
}

function WorkspaceForm({ workspace }: { workspace: Workspace }) {
  const { agent } = useMe();
  const words = text.workspace;
  const { busy, sentence, wrong, handleSubmit } = useSubmit(async (form) => {
    const data = new FormData(form);
    const saved = await client.workspace.update({
      maxConcurrentChats: Number(data.get("maxConcurrentChats")),
      returnAfterSeconds: Number(data.get("returnAfterSeconds")),
    });
    queryClient.setQueryData<Workspace>(keys.workspace, saved);
    toastDone(words.saved);
  });
  return (
    <form onSubmit={handleSubmit}>
      <fieldset class="settings-part" disabled={!isAdmin(agent)}>
        <legend>{words.giving}</legend>
        <Field label={words.maxConcurrentChats} hint={words.maxHint} problem={wrong("maxConcurrentChats")}>
          {(input) => (
            <Unit words={words.chats}>
              <input
                class="input num"
                type="number"
                name="maxConcurrentChats"
                min={0}
                max={100}
                required
                defaultValue={String(workspace.maxConcurrentChats)}
                {...input}
              />
            </Unit>
          )}
        </Field>
        <Field label={words.returnAfterSeconds} hint={words.returnHint} problem={wrong("returnAfterSeconds")}>
          {(input) => (
            <Unit words={words.seconds}>
              <input
                class="input num"
                type="number"
                name="returnAfterSeconds"
                min={0}
                max={86_400}
                required
                defaultValue={String(workspace.returnAfterSeconds)}
                {...input}
              />
            </Unit>
          )}
        </Field>
        {isAdmin(agent) && (
          <footer class="settings-send">
            <p role="alert" class="form-problem">
              {sentence}
            </p>
            <button type="submit" class="button button-primary" disabled={busy}>
              {busy && <span class="spinner" />}
              {text.common.save}
            </button>
          </footer>
        )}
      </fieldset>
    </form>
  );
}
