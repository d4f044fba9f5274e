import type { Message } from "@deskbell/sdk/agent";
import { useInfiniteQuery } from "@tanstack/preact-query";
import { useState } from "preact/hooks";
import { client } from "../client.ts";
import { authorName } from "../contacts/contact-name.ts";
import { flattenPages } from "../list-pages.ts";
import { text } from "../text/text.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { toastError } from "../ui/error-sentence.ts";
import { LoadMore } from "../ui/LoadMore.tsx";
import { fullTime } from "../ui/relative-time.ts";
import { ErrorState, Skeleton } from "../ui/States.tsx";
import { RichText } from "./RichText.tsx";

interface VersionsDialogProps {
  message: Message;
  mayErase: boolean;
  onClose(): void;
}

/** What a message said before, and the way to forget that for good. */
export function VersionsDialog({ message, mayErase, onClose }: VersionsDialogProps) {
  const words = text.conversation.message;
  const [asking, setAsking] = useState(false);
  const query = useInfiniteQuery({
    // Another change is another history.
    queryKey: ["versions", message.id, message.changeSeq],
    queryFn: ({ pageParam, signal }) =>
      client.messages.versions(message.conversationId, message.id, pageParam ? { cursor: pageParam } : {}, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const versions = flattenPages(query.data);
  const erase = () =>
    client.messages.eraseVersions(message.conversationId, message.id).then(() => {
      onClose();
      void query.refetch();
    }, toastError);
  return (
    <Dialog title={words.versions} lead={words.versionsLead} wide onClose={onClose}>
      {query.isPending && <Skeleton rows={2} shape="line" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && versions.length === 0 && <p class="panel-quiet">{words.noVersions}</p>}
      <ol class="versions scroll">
        {versions.map(({ id, body, change, author, createdAt }) => (
          <li key={id}>
            <p class="panel-quiet">
              {words.until[change](authorName(author))} · <time dateTime={createdAt}>{fullTime(createdAt)}</time>
            </p>
            <div class="bubble rich" dir="auto">
              <RichText markdown={body} />
            </div>
          </li>
        ))}
      </ol>
      <LoadMore query={query} />
      {mayErase && versions.length > 0 && (
        <div class="dialog-actions">
          {asking && <p class="panel-quiet">{words.eraseAsk}</p>}
          <button type="button" class="button button-danger" onClick={() => (asking ? erase() : setAsking(true))}>
            {words.erase}
          </button>
        </div>
      )}
    </Dialog>
  );
}
