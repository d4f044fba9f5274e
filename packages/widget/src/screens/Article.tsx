import { type Article as ArticleData, renderRichText } from "@deskbell/sdk";
import { type ComponentChild, h } from "preact";
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { dateOf } from "../far-dates.ts";
import { Failure } from "../parts/Failure.tsx";
import { Header } from "../parts/Header.tsx";
import { Icon } from "../parts/Icon.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { useLoad } from "../use-load.ts";
import { articleWords } from "./article-words.ts";

export function Article({ slug, anchor }: { slug: string; anchor: string | null }) {
  const { text } = useApp();
  const client = useDeskbell();
  const { data, error, reload } = useLoad((signal) => client.articles.get(slug, { signal }), [slug]);
  return (
    <>
      <Header title={data?.category?.name ?? text.help} />
      <div class="body">
        {error ? (
          <Failure error={error} retry={reload} />
        ) : data ? (
          <Reader article={data} anchor={anchor} />
        ) : (
          <Skeleton rows={7} />
        )}
      </div>
    </>
  );
}

function Reader({ article, anchor }: { article: ArticleData; anchor: string | null }) {
  const { locale, go } = useApp();
  const words = articleWords[locale];
  const element = useRef<HTMLElement>(null);
  const content = useMemo(
    () =>
      renderRichText<ComponentChild>(article.blocks, (type, props, ...children) => h(type, props, ...children), {
        onArticle: (slug, to) => go({ name: "article", slug, anchor: to }),
      }),
    [article],
  );
  useLayoutEffect(() => {
    const target = anchor && element.current?.querySelector(`[id="${CSS.escape(anchor)}"]`);
    if (!target) return;
    target.scrollIntoView({ block: "start" });
    target.classList.add("found");
  }, [anchor, article]);
  return (
    <article ref={element} lang={article.locale} dir="auto">
      <h1>{article.title}</h1>
      <p class="meta">{words.updated(dateOf(locale, article.updatedAt))}</p>
      <div class="rich">{content}</div>
      <Helpful slug={article.slug} />
    </article>
  );
}

function Helpful({ slug }: { slug: string }) {
  const { text, shell, go, locale, current } = useApp();
  const client = useDeskbell();
  const words = articleWords[locale];
  const [said, setSaid] = useState<boolean | null>(null);
  const [comment, setComment] = useState("");
  const [told, setTold] = useState(false);
  const say = (helpful: boolean) => {
    setSaid(helpful);
    client.articles.feedback(slug, { helpful }).catch((error) => {
      setSaid(null);
      shell.emit("error", error);
    });
  };
  const tell = () => {
    if (!comment.trim()) return;
    setTold(true);
    client.articles.feedback(slug, { helpful: false, comment: comment.trim() }).catch((error) => {
      setTold(false);
      shell.emit("error", error);
    });
  };
  return (
    <footer class="helpful" lang={locale} dir={locale === "ar" ? "rtl" : "ltr"}>
      <p role="status">{said === null ? words.wasHelpful : said || told ? words.thanks : words.notHelpful}</p>
      {said === null && (
        <div>
          <button type="button" class="button" onClick={() => say(true)}>
            <Icon
              name="yes"
              path="M7 11v9H4v-9zM7 11l4-7.5c1.5 0 2.5 1 2.5 2.5v3.5H19c1 0 1.8.9 1.6 1.9l-1.2 6.5c-.2 1.2-1.2 2.1-2.4 2.1H7"
            />
            {words.yes}
          </button>
          <button type="button" class="button" onClick={() => say(false)}>
            <Icon
              name="no"
              path="M17 13V4h3v9zM17 13l-4 7.5c-1.5 0-2.5-1-2.5-2.5v-3.5H5c-1 0-1.8-.9-1.6-1.9l1.2-6.5C4.8 4.9 5.8 4 7 4h10"
            />
            {words.no}
          </button>
        </div>
      )}
      {said === false && !told && (
        <form
          class="missing"
          onSubmit={(event) => {
            event.preventDefault();
            // The field goes away with the focus in it.
            event.currentTarget.parentElement?.querySelector<HTMLElement>(".primary")?.focus();
            tell();
          }}
        >
          <input
            aria-label={words.missing}
            placeholder={words.missing}
            maxLength={2000}
            dir={comment ? "auto" : undefined}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            {text.send}
          </button>
        </form>
      )}
      {said === false && (
        <button type="button" class="button primary" onClick={() => go({ name: "chat", id: current })}>
          {text.startChat}
        </button>
      )}
    </footer>
  );
}
