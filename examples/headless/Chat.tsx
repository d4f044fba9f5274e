import type { Thread, ThreadItem } from "@deskbell/sdk";
import { useEffect, useState, useSyncExternalStore } from "react";

/** A thread is an observable with immutable snapshots: React needs nothing in between. */
export function Chat({ thread }: { thread: Thread }) {
  const { items, typing, draft, conversation } = useSyncExternalStore(thread.subscribe, thread.get, thread.get);
  const [words, setWords] = useState("");
  useEffect(() => thread.read(), [thread, items]);

  return (
    <main>
      <h1>Ask us</h1>
      <ol>
        {items.map((item) => (
          <li key={clientIdOf(item)}>
            <Line item={item} thread={thread} />
          </li>
        ))}
      </ol>
      <p role="status">
        {draft ?? (typing && `${typing.name ?? "Somebody"} is writing …`)}
        {conversation?.handling === "closed" && "This conversation is closed. Write to reopen it."}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          thread.send(words);
          setWords("");
        }}
      >
        <input
          aria-label="Message"
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            thread.setTyping(event.target.value !== "");
          }}
        />{" "}
        <button type="submit">Send</button>{" "}
        <button type="button" onClick={() => thread.handoff()}>
          Talk to a person
        </button>
      </form>
    </main>
  );
}

/** The same before and after the server has it, so that no line is drawn anew. */
const clientIdOf = (item: ThreadItem) =>
  item.kind === "pending" ? item.clientId : item.kind === "message" ? item.message.clientId : item.note.clientId;

function Line({ item, thread }: { item: ThreadItem; thread: Thread }) {
  if (item.kind === "note") return null;
  if (item.kind === "message") {
    return (
      <>
        <b>{item.message.author.kind === "contact" ? "You" : (item.message.author.name ?? "Deskbell")}:</b>{" "}
        {item.message.body}
      </>
    );
  }
  return (
    <>
      <b>You:</b> {item.body}{" "}
      {item.state === "failed" ? (
        <button type="button" onClick={() => thread.retry(item.clientId)}>
          Send again: {item.error?.message}
        </button>
      ) : (
        <i>{item.state === "waiting" ? "waits for the network" : "sending"}</i>
      )}
    </>
  );
}
