import { type Conversation, DeskbellError } from "@deskbell/sdk";
import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { newClientId } from "../client-id.ts";
import { useDeskbell } from "../deskbell.ts";
import { ErrorText } from "../errors/ErrorText.tsx";
import { isEmail } from "../is-email.ts";
import { Field } from "../parts/Field.tsx";
import { fieldWords } from "../parts/field-words.ts";
import { extrasWords } from "./extras-words.ts";

/** Has the conversation sent to an address: the contact's own, where that is known, or another. */
export function MailTranscript({ conversation }: { conversation: Conversation }) {
  const { text, locale } = useApp();
  const client = useDeskbell();
  const words = extrasWords[locale];
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState(client.session?.contact.email ?? "");
  const [problem, setProblem] = useState<string>();
  const [state, setState] = useState<"ready" | "busy" | DeskbellError>("ready");
  const [mailedTo, setMailedTo] = useState("");
  /** Of one sending to one address, tried again until it is known to be on its way. */
  const attempt = useRef({ email: "", clientId: "" });
  const button = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const focusField = () => form.current?.querySelector("input")?.focus();
  useEffect(() => {
    if (open) focusField();
  }, [open]);

  const toggle = () => {
    setOpen(!open);
    setMailedTo("");
    setState("ready");
  };
  const refuse = () => {
    setProblem(fieldWords[locale].badEmail);
    focusField();
  };
  const send = () => {
    const to = email.trim();
    if (state === "busy") return;
    if (!isEmail(to)) return refuse();
    setState("busy");
    if (attempt.current.email !== to) attempt.current = { email: to, clientId: `e-${newClientId()}` };
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    client.conversations.sendTranscript(conversation.id, { ...attempt.current, locale, timeZone }).then(
      () => {
        attempt.current.email = "";
        setState("ready");
        button.current?.focus();
        setOpen(false);
        setMailedTo(to);
      },
      (error) => {
        if (!(error instanceof DeskbellError)) throw error;
        setState(error.fields.email ? "ready" : error);
        if (error.fields.email) refuse();
      },
    );
  };
  return (
    <>
      <button ref={button} type="button" aria-expanded={open} onClick={toggle}>
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 6h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM3.5 7l8.5 6 8.5-6" />
        </svg>
        {words.byMail}
      </button>
      {open && (
        // A press beside its field stays within the menu, which closes when the focus leaves it.
        <form
          ref={form}
          class="mail-form"
          aria-label={words.byMail}
          tabIndex={-1}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Field
            name="email"
            label={words.address}
            value={email}
            onValue={(value) => {
              setEmail(value);
              setProblem(undefined);
            }}
            problem={problem}
            maxLength={254}
            type="email"
            autocomplete="email"
            required
          />
          {state instanceof DeskbellError && (
            <p class="wrong" role="alert">
              {state.code === "mail_off" ? words.mailOff : <ErrorText error={state}>{text.errorTitle}</ErrorText>}
            </p>
          )}
          <button type="submit" class="button primary" aria-disabled={state === "busy"}>
            {state === "busy" ? text.sending : text.send}
          </button>
        </form>
      )}
      <p class="mailed" role="status">
        {mailedTo && words.mailed(mailedTo)}
      </p>
    </>
  );
}
