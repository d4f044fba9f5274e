import type { Conversation } from "@deskbell/sdk";
import { useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { Icon } from "./Icon.tsx";

interface ChatMenuProps {
  conversation: Conversation | null;
  canAsk: boolean;
  askForPerson(): void;
  attempt(action: () => Promise<unknown>): void;
}

/** What can be done with a conversation. A person can always be asked for. */
export function ChatMenu({ conversation, canAsk, askForPerson, attempt }: ChatMenuProps) {
  const { text, client } = useApp();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const choose = (action: () => void) => () => {
    button.current?.focus();
    setOpen(false);
    action();
  };
  const id = conversation?.id;
  return (
    <>
      {canAsk && (
        <button
          type="button"
          class="icon-button"
          aria-label={text.talkToPerson}
          title={text.talkToPerson}
          onClick={askForPerson}
        >
          <Icon name="person" />
        </button>
      )}
      {id && conversation.handling !== "closed" && (
        // biome-ignore lint/a11y/noStaticElementInteractions: listens to the buttons inside.
        <div
          class="menu"
          onFocusOut={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOpen(false)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || !open) return;
            event.preventDefault();
            setOpen(false);
          }}
        >
          <button
            ref={button}
            type="button"
            class="icon-button"
            aria-label={text.menu}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Icon name="more" />
          </button>
          {open && (
            <div class="menu-items">
              {canAsk && (
                <button type="button" onClick={choose(askForPerson)}>
                  <Icon name="person" />
                  {text.talkToPerson}
                </button>
              )}
              {!conversation.ticket && (
                <button type="button" onClick={choose(() => attempt(() => client.conversations.escalate(id)))}>
                  <Icon name="tickets" />
                  {text.makeTicket}
                </button>
              )}
              <button type="button" onClick={choose(() => attempt(() => client.conversations.close(id)))}>
                <Icon name="check" />
                {text.endChat}
              </button>
            </div>
          )}
        </div>
      )}
    </>
  );
}
