import { type Card, type FormResponse, type MessagePayload, safeHref } from "@deskbell/sdk/agent";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { BookIcon, CheckIcon } from "../ui/icons.tsx";
import "./payload.css";

/** What a message has beside its text, as the contact has it before them. */
export function Payload({ payload }: { payload: MessagePayload }) {
  const words = text.conversation.payload;
  switch (payload.type) {
    case "quick_replies":
      return (
        <ul class="offer-choices" aria-label={words.choices}>
          {payload.options.map(({ value, text: option }) => (
            <li key={value}>{option}</li>
          ))}
        </ul>
      );
    case "cards":
      return (
        <ul class="offer-cards scroll" aria-label={words.cards}>
          {payload.cards.map((card, at) => (
            <CardItem key={at} card={card} />
          ))}
        </ul>
      );
    case "articles":
      return <Articles articles={payload.articles} />;
    case "form":
      return (
        <section class="offer-form" aria-label={words.form}>
          <b>{payload.title ?? words.form}</b>
          <ul>
            {payload.fields.map(({ name, label, required, kind }) => (
              <li key={name}>
                {label}
                <small>
                  {words.fields[kind]}
                  {required && ` · ${words.required}`}
                </small>
              </li>
            ))}
          </ul>
        </section>
      );
    case "form_response":
      return <Answers answers={payload.answers} />;
    case "reply":
      return (
        <p class="offer-chosen">
          <CheckIcon size={13} />
          {words.chosen}
        </p>
      );
    default:
      return null;
  }
}

function CardItem({ card }: { card: Card }) {
  const image = card.imageUrl && safeHref(card.imageUrl);
  return (
    <li>
      {image && <img src={image} alt="" loading="lazy" referrerpolicy="no-referrer" />}
      <b>{card.title}</b>
      {card.text && <p>{card.text}</p>}
      {card.buttons.map((button) => {
        if (button.kind === "reply") return <span key={button.value}>{button.text}</span>;
        const href = safeHref(button.url);
        return (
          href && (
            <a key={href} href={href} target="_blank" rel="noopener noreferrer">
              {button.text}
            </a>
          )
        );
      })}
    </li>
  );
}

function Articles({ articles }: Pick<Extract<MessagePayload, { type: "articles" }>, "articles">) {
  const { workspace } = useMe();
  return (
    <ul class="offer-articles">
      {articles.map(({ slug, title, excerpt }) => (
        <li key={slug}>
          <a href={`/help/${workspace.slug}/a/${encodeURIComponent(slug)}`} target="_blank" rel="noopener noreferrer">
            <BookIcon size={15} />
            <b>{title}</b>
            {excerpt && <small>{excerpt}</small>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What the contact filled in, as a table. */
function Answers({ answers }: Pick<FormResponse, "answers">) {
  const words = text.conversation.payload;
  const shown = (value: FormResponse["answers"][number]["value"]) => {
    if (value === null) return "–";
    return value === true ? words.yes : String(value);
  };
  return (
    <table class="offer-answers" aria-label={words.answers} dir="auto">
      <tbody>
        {answers.map(({ name, label, value }) => (
          <tr key={name}>
            <th scope="row">{label}</th>
            <td>{shown(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
