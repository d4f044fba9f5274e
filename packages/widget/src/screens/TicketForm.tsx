import type { DeskbellError, Ticket } from "@deskbell/sdk";
import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { ErrorText } from "../errors/ErrorText.tsx";
import { Attach } from "../files/Attach.tsx";
import type { Tray } from "../files/tray.ts";
import { lateComponent } from "../late-component.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Field } from "../parts/Field.tsx";
import { fieldWords } from "../parts/field-words.ts";
import { Header } from "../parts/Header.tsx";
import { Meanwhile } from "../parts/Meanwhile.tsx";
import { checkTicket, emptyTicket, type TicketDraft } from "../ticket-draft.ts";
import { lateSections } from "./late-sections.tsx";
import { sectionWords } from "./section-words.ts";
import { ticketWords } from "./ticket-words.ts";
import { useTicketQuestions } from "./use-ticket-questions.ts";

const draftKey = "ticket";
/** What the channel asks has names of its own. */
const prefix = "customFields.";

/** Nobody waits for it, and nothing is lost without it. */
const Suggestions = lateComponent(
  lateSections,
  (parts) => parts.Suggestions,
  () => null,
);

export function TicketForm() {
  const { text, drafts, show, locale, shell } = useApp();
  const client = useDeskbell();
  const words = ticketWords[locale];
  const form = useRef<HTMLFormElement>(null);
  const tray = useRef<Tray | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [draft, setDraft] = useState<TicketDraft>(() => emptyTicket(drafts.get(draftKey), client.session?.contact));
  const [problems, setProblems] = useState<Record<string, string | undefined>>({});
  const [error, setError] = useState<DeskbellError | null>(null);
  const [busy, setBusy] = useState(false);
  const [ticket, setTicket] = useState<Ticket | null>(null);

  const asked = useTicketQuestions();
  /** The server knew better: once it is known what is asked now, all is checked again. */
  const recheck = useRef(false);

  const change = (name: string, changes: Partial<TicketDraft>) => {
    const next = { ...draft, ...changes };
    setDraft(next);
    drafts.set(draftKey, JSON.stringify(next));
    if (problems[name]) setProblems({ ...problems, [name]: undefined });
  };
  const field = (name: Exclude<keyof TicketDraft, "clientId" | "customFields">) => ({
    name,
    value: draft[name],
    problem: problems[name],
    onValue: (value: string) => change(name, { [name]: value }),
  });

  const refuse = (found: typeof problems) => {
    setProblems(found);
    const elements = [...(form.current?.elements ?? [])] as HTMLInputElement[];
    elements.find(({ name }) => found[name])?.focus();
  };
  const check = () => {
    const { given, problems: wrong } = asked.check(draft.customFields);
    const named = Object.entries(wrong).map(([name, problem]) => [prefix + name, problem]);
    const found: typeof problems = { ...checkTicket(draft, fieldWords[locale]), ...Object.fromEntries(named) };
    refuse(found);
    return { given, isFine: Object.keys(found).length === 0 };
  };
  useEffect(() => {
    if (!asked.isReady || !recheck.current) return;
    recheck.current = false;
    check();
  }, [asked.isReady]);

  const submit = () => {
    if (!asked.isReady) return;
    const { given, isFine } = check();
    if (busy || !isFine || tray.current?.holds(() => latest.current())) return;
    const attachments = tray.current?.arrived().map(({ id }) => id) ?? [];
    setBusy(true);
    setError(null);
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
        ...(asked.questions.length && { customFields: given }),
        ...(trap?.value && { homepage: trap.value }),
      })
      .then(
        (created) => {
          drafts.set(draftKey, null);
          tray.current?.take();
          setTicket(created);
          void client.ticketList.load();
        },
        (refusal: DeskbellError) => {
          setError(refusal);
          // Perhaps a browser that means well has filled it: a person can send again.
          if (refusal.code === "looks_automated" && trap) trap.value = "";
          if (refusal.fields.email) refuse({ email: fieldWords[locale].badEmail });
          if (Object.keys(refusal.fields).some((name) => name.startsWith(prefix))) {
            recheck.current = true;
            asked.askAgain();
          }
        },
      )
      .finally(() => setBusy(false));
  };

  // Files may arrive when more has been written.
  const latest = useRef(submit);
  latest.current = submit;

  return (
    <>
      <Header title={sectionWords[locale].newTicket} />
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
            {!asked.isReady && <Meanwhile rows={2} failed={asked.failed} retry={asked.retry} />}
            {asked.Questions && asked.questions.length > 0 && (
              <div class="in-thread questions">
                <asked.Questions
                  questions={asked.questions}
                  values={draft.customFields}
                  problems={problems}
                  prefix={prefix}
                  onValue={(name, value) =>
                    change(prefix + name, { customFields: { ...draft.customFields, [name]: value } })
                  }
                />
              </div>
            )}
            {shell.settings.files.kinds.length > 0 && (
              <div>
                <Attach draftKey={draftKey} tray={tray} changed={redraw} label={text.attach} />
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
                <ErrorText error={error}>{text.errorTitle}</ErrorText>
              </p>
            )}
            <button type="submit" class="button primary" aria-disabled={busy || !asked.isReady}>
              {busy ? words.submitting : words.submit}
            </button>
          </form>
        )}
      </div>
    </>
  );
}
