import type { OfferInput } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { useArticles } from "../articles/use-articles.ts";
import { text } from "../text/text.ts";
import { BookIcon, ChoicesIcon } from "../ui/icons.tsx";
import { Popover } from "../ui/Popover.tsx";
import { useDebounced } from "../ui/use-debounced.ts";

interface OfferMenuProps {
  onOffer(payload: OfferInput, fallback: string): void;
}

/** What can go with a reply: an article, or answers to choose from. */
export function OfferMenu({ onOffer }: OfferMenuProps) {
  const words = text.composer.offer;
  return (
    <div class="composer-offers">
      <Popover label={words.article} button={<BookIcon size={16} />} buttonClass="icon-button" above>
        {(close) => (
          <ArticlePicker
            onChoose={(slug, title) => {
              close();
              onOffer({ type: "articles", slugs: [slug] }, title);
            }}
          />
        )}
      </Popover>
      <Popover label={words.choices} button={<ChoicesIcon size={16} />} buttonClass="icon-button" above>
        {(close) => (
          <ChoicesForm
            onChoose={(options) => {
              close();
              onOffer(
                { type: "quick_replies", options: options.map((option, at) => ({ value: `${at + 1}`, text: option })) },
                words.choose,
              );
            }}
          />
        )}
      </Popover>
    </div>
  );
}

function ArticlePicker({ onChoose }: { onChoose(slug: string, title: string): void }) {
  const [words, setWords] = useState("");
  const { query, articles } = useArticles(useDebounced(words.trim(), 200));
  const published = articles.filter(({ status }) => status === "published");
  return (
    <>
      <input
        class="menu-search"
        placeholder={text.composer.offer.search}
        aria-label={text.composer.offer.search}
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      <div role="menu" aria-label={text.composer.offer.article} class="menu-scroll scroll">
        {published.map(({ slug, title }) => (
          <button key={slug} type="button" role="menuitem" class="menu-item" onClick={() => onChoose(slug, title)}>
            <BookIcon size={15} />
            <span class="truncate">{title}</span>
          </button>
        ))}
        {published.length === 0 && (
          <p class="menu-empty">{query.isPending ? text.common.loading : text.composer.offer.noArticle}</p>
        )}
      </div>
    </>
  );
}

const most = 6;

/** A line is a choice; Enter begins the next one. */
function ChoicesForm({ onChoose }: { onChoose(options: string[]): void }) {
  const words = text.composer.offer;
  const [lines, setLines] = useState(["", ""]);
  const options = [...new Set(lines.map((line) => line.trim()).filter(Boolean))];
  return (
    // Within the composer's form: Enter and the button must not send what is typed there.
    <fieldset class="choices-form">
      <legend>{words.choices}</legend>
      {lines.map((line, at) => (
        <input
          key={at}
          class="input"
          maxLength={80}
          dir="auto"
          aria-label={words.choice(at + 1)}
          placeholder={words.choice(at + 1)}
          value={line}
          onInput={(event) => setLines(lines.with(at, event.currentTarget.value))}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (options.length > 0 && at === lines.length - 1 && line.trim() === "") onChoose(options);
          }}
        />
      ))}
      <div class="dialog-actions">
        {lines.length < most && (
          <button type="button" class="button" onClick={() => setLines([...lines, ""])}>
            {words.another}
          </button>
        )}
        <button
          type="button"
          class="button button-primary"
          disabled={options.length === 0}
          onClick={() => onChoose(options)}
        >
          {words.send}
        </button>
      </div>
    </fieldset>
  );
}
