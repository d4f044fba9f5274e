import { renderRichText } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { h, type VNode } from "preact";
import { useMemo } from "preact/hooks";
import { Link, useLocation } from "wouter-preact";
import { client } from "../client.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";
import { routes } from "../routes.ts";
import { text } from "../text/text.ts";
import { Ago } from "../ui/Ago.tsx";
import { Badge } from "../ui/Badge.tsx";
import { isNotFound, toastError } from "../ui/error-sentence.ts";
import { BackIcon, BookIcon, ThumbDownIcon, ThumbUpIcon } from "../ui/icons.tsx";
import { EmptyState, ErrorState, Skeleton } from "../ui/States.tsx";
import "../ui/rich.css";

export function ArticlePane({ articleId }: { articleId: string }) {
  const [, navigate] = useLocation();
  const query = useQuery({
    queryKey: keys.article(articleId),
    queryFn: ({ signal }) => client.articles.get(articleId, { signal }),
  });
  const article = query.data;
  const content = useMemo(
    () => article && renderRichText<VNode>(article.blocks, h, { onArticle: (slug) => void openSlug(slug, navigate) }),
    [article],
  );
  return (
    <section class="article scroll" aria-label={article?.title ?? text.common.loading} aria-busy={query.isPending}>
      <Link href={routes.articles()} class="icon-button only-narrow" aria-label={text.common.back}>
        <BackIcon />
      </Link>
      {query.isPending && <Skeleton rows={9} shape="line" />}
      {query.isError && isNotFound(query.error) && <EmptyState icon={<BookIcon size={22} />} {...text.articles.gone} />}
      {query.isError && !isNotFound(query.error) && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {article && (
        <article class="article-page">
          <header>
            <p class="article-facts">
              <Badge tone={article.status === "published" ? "green" : "amber"}>
                {text.articles.status[article.status]}
              </Badge>
              <span>{article.category?.name ?? text.articles.noCategory}</span>
              <span>{text.articles.version(article.version)}</span>
              <Ago time={article.updatedAt} />
            </p>
            <h1>{article.title}</h1>
            <p class="article-lead">{article.description}</p>
          </header>
          <div class="rich rich-article" dir="auto" lang={article.locale}>
            {content}
          </div>
          <footer class="article-facts">
            <span class="helpful">
              <ThumbUpIcon size={15} />
              {text.articles.helpful(article.helpfulCount)}
            </span>
            <span class="helpful">
              <ThumbDownIcon size={15} />
              {text.articles.unhelpful(article.unhelpfulCount)}
            </span>
          </footer>
        </article>
      )}
    </section>
  );
}

/** Articles link to each other by slug, the team reads them by id. */
async function openSlug(slug: string, navigate: (path: string) => void): Promise<void> {
  try {
    const found = await queryClient.fetchQuery({
      queryKey: ["article-slug", slug],
      queryFn: () => client.articles.list({ q: slug.replaceAll("-", " "), limit: 100 }),
    });
    const article = found.data.find((candidate) => candidate.slug === slug);
    if (article) navigate(routes.article(article.id));
  } catch (error) {
    toastError(error);
  }
}
