import type { Conversation } from "@deskbell/sdk";
import { useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { ChatExtras } from "../extras/late-extras.ts";
import { Icon } from "./Icon.tsx";
import { menuWords } from "./menu-words.ts";

interface ChatMenuProps {
  conversation: Conversation | null;
  canAsk: boolean;
  askForPerson(): void;
  attempt(action: () => Promise<unknown>): void;
  /** Shows how it stands now, also where sockets do not get through. */
  reload(): Promise<void>;
}

/** What can be done with a conversation. A person can always be asked for. */
export function ChatMenu({ conversation, canAsk, askForPerson, attempt, reload }: ChatMenuProps) {
  const { text, locale } = useApp();
  const client = useDeskbell();
  const words = menuWords[locale];
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const choose = (action: () => void) => () => {
    button.current?.focus();
    setOpen(false);
    action();
  };
  const id = conversation?.id;
  const isClosed = conversation?.handling === "closed";
  const end = async () => {
    if (id) await client.conversations.close(id);
    await reload();
  };
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
      {id && (
        // biome-ignore lint/a11y/noStaticElementInteractions: listens to the buttons inside.
        <div
          class="menu"
          onFocusOut={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOpen(false)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || !open) return;
            event.preventDefault();
            button.current?.focus();
            setOpen(false);
          }}
        >
          <button
            ref={button}
            type="button"
            class="icon-button"
            aria-label={text.menu}
            aria-expanded={open}
            onClick={() => {
              setEnding(false);
              setOpen(!open);
            }}
          >
            <Icon name="more" />
          </button>
          {open && (
            <div class="menu-items">
              {ending ? (
                <>
                  <p id="ending">{words.endChatTitle}</p>
                  <button type="button" class="danger" onClick={choose(() => attempt(end))}>
                    <Icon name="close" />
                    {words.endChatYes}
                  </button>
                </>
              ) : (
                <>
                  {canAsk && (
                    <button type="button" onClick={choose(askForPerson)}>
                      <Icon name="person" />
                      {text.talkToPerson}
                    </button>
                  )}
                  {!conversation.ticket && !isClosed && (
                    <button type="button" onClick={choose(() => attempt(() => client.conversations.escalate(id)))}>
                      <Icon name="tickets" />
                      {words.makeTicket}
                    </button>
                  )}
                </>
              )}
              {!ending && <ChatExtras conversation={conversation} />}
              {/* The same button asks and goes back: it keeps the focus, and a double click ends nothing. */}
              {!isClosed && (
                <button
                  type="button"
                  aria-describedby={ending ? "ending" : undefined}
                  onClick={ending ? choose(() => {}) : () => setEnding(true)}
                >
                  <Icon name={ending ? "back" : "close"} />
                  {ending ? words.endChatNo : words.endChat}
                </button>
              )}
            </div>
          )}
        </div>
      )}
    </>
  );
}
