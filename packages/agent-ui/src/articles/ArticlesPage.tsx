import { useRef, useState } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { routes } from "../routes.ts";
import { usePageTitle } from "../shell/use-page-title.ts";
import { text } from "../text/text.ts";
import { Badge } from "../ui/Badge.tsx";
import { BookIcon, SearchIcon, ThumbDownIcon, ThumbUpIcon } from "../ui/icons.tsx";
import { LoadMore } from "../ui/LoadMore.tsx";
import { moveFocus } from "../ui/move-focus.ts";
import { SearchField } from "../ui/SearchField.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/States.tsx";
import { useDebounced } from "../ui/use-debounced.ts";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { ArticlePane } from "./ArticlePane.tsx";
import { useArticles } from "./use-articles.ts";
import "./articles.css";

const typingRestMs = 200;

export function ArticlesPage({ articleId }: { articleId: string | undefined }) {
  usePageTitle(text.articles.title);
  const [, navigate] = useLocation();
  const [words, setWords] = useState("");
  const q = useDebounced(words.trim(), typingRestMs);
  const { query, articles } = useArticles(q);
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const next = () => moveFocus(scroller.current, 1);
  const previous = () => moveFocus(scroller.current, -1);
  useShortcuts({
    j: next,
    ArrowDown: next,
    k: previous,
    ArrowUp: previous,
    "/": () => search.current?.focus(),
    Escape: articleId ? () => navigate(routes.articles()) : undefined,
  });
  return (
    <div class={articleId ? "articles detail-open" : "articles"}>
      <section class="articles-list" aria-label={text.articles.title}>
        <header class="articles-head">
          <h1>{text.articles.title}</h1>
          <SearchField label={text.articles.search} value={words} onInput={setWords} inputRef={search} />
        </header>
        <div class="scroll articles-scroll" ref={scroller}>
          {query.isPending && <Skeleton rows={7} shape="row" />}
          {query.isError && articles.length === 0 && (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          )}
          {query.isSuccess && articles.length === 0 && (
            <EmptyState
              icon={q ? <SearchIcon size={22} /> : <BookIcon size={22} />}
              {...(q ? { title: text.articles.noMatches(q) } : text.articles.empty)}
            />
          )}
          <ul>
            {articles.map((article) => (
              <li key={article.id}>
                <Link
                  href={routes.article(article.id)}
                  class="row article-row"
                  aria-current={article.id === articleId ? "true" : undefined}
                  data-row
                >
                  <span class="row-line">
                    <span class="row-name truncate">{article.title}</span>
                    {article.status === "draft" && <Badge tone="amber">{text.articles.status.draft}</Badge>}
                  </span>
                  <span class="article-description">{article.description}</span>
                  <span class="row-line article-marks num">
                    <span class="truncate">{article.category?.name ?? text.articles.noCategory}</span>
                    <span class="helpful" title={text.articles.helpful(article.helpfulCount)}>
                      <ThumbUpIcon size={13} />
                      {article.helpfulCount}
                    </span>
                    <span class="helpful" title={text.articles.unhelpful(article.unhelpfulCount)}>
                      <ThumbDownIcon size={13} />
                      {article.unhelpfulCount}
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <LoadMore query={query} />
        </div>
      </section>
      {articleId ? (
        <ArticlePane key={articleId} articleId={articleId} />
      ) : (
        <section class="inbox-nothing articles-nothing">
          <EmptyState icon={<BookIcon size={22} />} title={text.articles.choose} />
        </section>
      )}
    </div>
  );
}
