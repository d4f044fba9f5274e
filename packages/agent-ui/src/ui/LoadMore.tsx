import { text } from "../text/text.ts";

interface LoadMoreProps {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => Promise<unknown>;
  };
}

/** The end of a list that goes on. */
export function LoadMore({ query }: LoadMoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <div class="load-more">
      {query.isFetchNextPageError && <p role="alert">{text.common.loadFailed}</p>}
      <button
        type="button"
        class="button"
        disabled={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {query.isFetchingNextPage && <span class="spinner" />}
        {query.isFetchingNextPage ? text.common.loading : text.common.more}
      </button>
    </div>
  );
}
