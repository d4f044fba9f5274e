import type { DeskbellError, Ticket } from "@deskbell/sdk";
import { useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { errorText } from "../error-text.ts";
import { AttachButton } from "../files/AttachButton.tsx";
import { useTray } from "../files/use-tray.tsx";
import { lateComponent } from "../late-component.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Field } from "../parts/Field.tsx";
import { fieldWords } from "../parts/field-words.ts";
import { Header } from "../parts/Header.tsx";
import { lateSearch } from "../parts/late-search.ts";
import { checkTicket, emptyTicket, type TicketDraft } from "../ticket-draft.ts";
import { ticketWords } from "./ticket-words.ts";

const draftKey = "ticket";

/** Nobody waits for it, and nothing is lost without it. */
const Suggestions = lateComponent(
  lateSearch,
  (parts) => parts.Suggestions,
  () => null,
);

export function TicketForm() {
  const { text, client, drafts, show, locale } = useApp();
  const words = ticketWords[locale];
  const form = useRef<HTMLFormElement>(null);
  const attach = useTray(draftKey, form);
  const [draft, setDraft] = useState<TicketDraft>(() => emptyTicket(drafts.get(draftKey), client.session?.contact));
  const [problems, setProblems] = useState<Partial<Record<keyof TicketDraft, string>>>({});
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const [ticket, setTicket] = useState<Ticket | null>(null);

  const field = (name: Exclude<keyof TicketDraft, "clientId">) => ({
    name,
    value: draft[name],
    problem: problems[name],
    onValue(value: string) {
      const next = { ...draft, [name]: value };
      setDraft(next);
      drafts.set(draftKey, JSON.stringify(next));
      if (problems[name]) setProblems({ ...problems, [name]: undefined });
    },
  });

  const refuse = (found: typeof problems) => {
    setProblems(found);
    const first = Object.keys(found)[0];
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };

  const submit = () => {
    const found = checkTicket(draft, fieldWords[locale]);
    refuse(found);
    if (busy || Object.keys(found).length || attach?.holds(() => latest.current())) return;
    const attachments = attach?.arrived().map(({ id }) => id) ?? [];
    setBusy(true);
    setError("");
    const { clientId, subject, body, name, email } = draft;
    const trap = form.current?.querySelector<HTMLInputElement>("[name=homepage]");
    client.tickets
      .create({
        clientId,
        subject: subject.trim(),
        body,
        ...(attachments.length && { attachments }),
        ...(name.trim() && { name: name.trim() }),
        ...(email.trim() && { email: email.trim() }),
        ...(trap?.value && { homepage: trap.value }),
      })
      .then(
        (created) => {
          drafts.set(draftKey, null);
          attach?.take();
          setTicket(created);
          void client.ticketList.load();
        },
        (refusal: DeskbellError) => {
          setError(errorText(text, refusal));
          // Perhaps a browser that means well has filled it: a person can send again.
          if (refusal.code === "looks_automated" && trap) trap.value = "";
          if (refusal.fields.email) refuse({ email: fieldWords[locale].badEmail });
        },
      )
      .finally(() => setBusy(false));
  };

  // Files may arrive when more has been written.
  const latest = useRef(submit);
  latest.current = submit;

  return (
    <>
      <Header title={text.newTicket} />
      <div class="body">
        {ticket ? (
          <Empty icon="check" title={words.ticketSent} hint={words.ticketSentHint(ticket.number)}>
            <button
              type="button"
              class="button primary"
              onClick={() => show({ name: "tickets" }, { name: "ticket", publicId: ticket.publicId })}
            >
              {words.showTicket}
            </button>
          </Empty>
        ) : (
          <form
            class="form"
            ref={form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            {/* Programs fill in everything. People neither see nor reach it. */}
            <label class="hidden" aria-hidden="true">
              Homepage
              <input name="homepage" tabIndex={-1} autocomplete="off" />
            </label>
            <Field
              {...field("subject")}
              label={words.subject}
              placeholder={words.subjectHint}
              maxLength={200}
              required
            />
            <Field
              {...field("body")}
              label={words.description}
              placeholder={words.descriptionHint}
              maxLength={8000}
              long
              required
            />
            <Suggestions words={draft.subject} />
            {attach && (
              <div>
                {attach.view}
                <AttachButton add={attach.add} label={text.attach} />
              </div>
            )}
            <Field {...field("name")} label={words.name} maxLength={200} autocomplete="name" />
            <Field
              {...field("email")}
              label={words.email}
              hint={words.emailHint}
              maxLength={320}
              type="email"
              autocomplete="email"
            />
            {error && (
              <p class="problem-line" role="alert">
                {error}
              </p>
            )}
            <button type="submit" class="button primary" aria-disabled={busy}>
              {busy ? words.submitting : words.submit}
            </button>
          </form>
        )}
      </div>
    </>
  );
}
