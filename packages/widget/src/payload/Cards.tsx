import { type Card, type CardButton, type Cards as Offer, safeHref } from "@deskbell/sdk";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { mayWrite } from "../conversation-state.ts";
import { useThread } from "../deskbell.ts";
import type { PartProps } from "./part-props.ts";
import { payloadWords } from "./payload-words.ts";

/** Things to look at, side by side; more than fit are scrolled to. */
export function Cards({ offer, message, thread, state }: PartProps & { offer: Offer }) {
  const { client, locale } = useApp();
  const { reply } = useThread(thread);
  const open = state.conversation === null || mayWrite(state.conversation, client);
  const button = (item: CardButton) => {
    if (item.kind === "reply") {
      return (
        <button type="button" class="button" disabled={!open} onClick={() => reply(message, item)}>
          <bdi>{item.text}</bdi>
        </button>
      );
    }
    const href = safeHref(item.url);
    return (
      href && (
        <a class="button" href={href} target="_blank" rel="noopener noreferrer">
          <bdi>{item.text}</bdi>
        </a>
      )
    );
  };
  return (
    <ul class="cards" aria-label={payloadWords[locale].cards}>
      {offer.cards.map((card, at) => (
        <li key={at} class="card-item">
          <Picture card={card} />
          <div class="card-words" dir="auto">
            <b>{card.title}</b>
            {card.text && <p>{card.text}</p>}
          </div>
          {card.buttons.map(button)}
        </li>
      ))}
    </ul>
  );
}

/** One that cannot be loaded leaves no hole. */
function Picture({ card }: { card: Card }) {
  const [broken, setBroken] = useState(false);
  const src = card.imageUrl && safeHref(card.imageUrl);
  if (!src || broken) return null;
  return <img src={src} alt="" loading="lazy" referrerpolicy="no-referrer" onError={() => setBroken(true)} />;
}
