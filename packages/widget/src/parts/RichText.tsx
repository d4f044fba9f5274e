import { type Citation, parseMarkdown, renderRichText } from "@deskbell/sdk";
import { type ComponentChild, h } from "preact";
import { useMemo } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { linkCitations } from "../link-citations.ts";
import { Icon } from "./Icon.tsx";

const none: Citation[] = [];

export function RichText({ body, citations = none }: { body: string; citations?: Citation[] | undefined }) {
  const { go } = useApp();
  const blocks = useMemo(() => linkCitations(parseMarkdown(body), citations), [body, citations]);
  return (
    <div class="rich" dir="auto">
      {renderRichText<ComponentChild>(blocks, (type, props, ...children) => h(type, props, ...children), {
        onArticle: (slug, anchor) => go({ name: "article", slug, anchor }),
      })}
    </div>
  );
}

/** The passages an answer stands on, each a way into its article. */
export function Sources({ citations, body }: { citations: Citation[]; body: string }) {
  const { text, go } = useApp();
  return (
    <section class="sources" aria-label={text.sources}>
      {citations.map(({ number, slug, anchor, title, quote }) => (
        <button type="button" key={number} class="source" onClick={() => go({ name: "article", slug, anchor })}>
          <b>
            <Icon name="document" />
            <bdi>{title}</bdi>
            <Icon name="forward" />
          </b>
          {!quotes(body, quote) && <q dir="auto">{quote}</q>}
        </button>
      ))}
    </section>
  );
}

/** Whether the answer itself shows the passage: once is enough. */
const quotes = (body: string, quote: string) => plainWords(body).includes(plainWords(quote).slice(0, 60));
const plainWords = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
