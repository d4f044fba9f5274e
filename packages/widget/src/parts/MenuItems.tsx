import type { Conversation } from "@deskbell/sdk";
import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { ChatExtras } from "../extras/late-extras.ts";
import { Icon } from "./Icon.tsx";
import { menuWords } from "./menu-words.ts";

export interface MenuProps {
  conversation: Conversation;
  /** `null` when a person has been asked for already. */
  askForPerson: (() => void) | null;
  attempt(action: () => Promise<unknown>): void;
  /** Shows how it stands now, also where sockets do not get through. */
  reload(): Promise<void>;
}

/** What can be done with a conversation, below the button that opened it. */
export function MenuItems({ conversation, askForPerson, attempt, reload, close }: MenuProps & { close(): void }) {
  const { text, locale } = useApp();
  const client = useDeskbell();
  const words = menuWords[locale];
  const [ending, setEnding] = useState(false);
  const items = useRef<HTMLDivElement>(null);
  const back = () => {
    (items.current?.previousElementSibling as HTMLElement | null)?.focus();
    close();
  };
  const choose = (action: () => void) => () => {
    back();
    action();
  };
  useEffect(() => {
    // With the button, which has the focus at first.
    const menu = items.current?.parentElement;
    const handleLeave = ({ relatedTarget }: FocusEvent) => menu?.contains(relatedTarget as Node | null) || close();
    const handleKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // Not the panel's: it would close.
      event.preventDefault();
      back();
    };
    menu?.addEventListener("focusout", handleLeave);
    menu?.addEventListener("keydown", handleKey);
    return () => {
      menu?.removeEventListener("focusout", handleLeave);
      menu?.removeEventListener("keydown", handleKey);
    };
  }, []);
  const { id } = conversation;
  const isClosed = conversation.handling === "closed";
  const end = async () => {
    await client.conversations.close(id);
    await reload();
  };
  return (
    <div class="menu-items" ref={items}>
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
          {askForPerson && (
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
          <ChatExtras conversation={conversation} />
        </>
      )}
      {/* The same button asks and goes back: it keeps the focus, and a double click ends nothing. */}
      {!isClosed && (
        <button
          type="button"
          aria-describedby={ending ? "ending" : undefined}
          onClick={ending ? back : () => setEnding(true)}
        >
          <Icon name={ending ? "back" : "close"} />
          {ending ? words.endChatNo : words.endChat}
        </button>
      )}
    </div>
  );
}
