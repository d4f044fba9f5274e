import type { QuickReplies as Offer } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { useThread } from "../deskbell.ts";
import type { PartProps } from "./part-props.ts";
import { payloadWords } from "./payload-words.ts";

/** Answers to choose from, until something else is said. */
export function QuickReplies({ offer, message, thread, newest }: PartProps & { offer: Offer }) {
  const { shell, locale } = useApp();
  const { reply } = useThread(thread);
  const words = payloadWords[locale];
  if (!newest) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div class="choices" role="group" aria-label={words.choose}>
      {offer.options.map((option) => (
        <button
          type="button"
          key={option.value}
          class="button choice"
          onClick={() => {
            reply(message, option);
            // The button that was pressed goes away.
            shell.root.querySelector("textarea")?.focus();
          }}
        >
          <bdi>{option.text}</bdi>
        </button>
      ))}
    </div>
  );
}
