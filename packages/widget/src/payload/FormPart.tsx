import { type Form, problemOf } from "@deskbell/sdk";
import { useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { mayWrite } from "../conversation-state.ts";
import { useThread } from "../deskbell.ts";
import { Icon } from "../parts/Icon.tsx";
import { FormInput } from "./FormInput.tsx";
import { problemsOf, readValues, typed, type Values } from "./form-fill.ts";
import type { PartProps } from "./part-props.ts";
import { payloadWords } from "./payload-words.ts";

/** A form within the thread, filled in once; what is typed is kept until it is sent. */
export function FormPart({ form, message, thread, state }: PartProps & { form: Form }) {
  const { submit: send } = useThread(thread);
  const { text, client, drafts, shell, locale } = useApp();
  const words = payloadWords[locale];
  const draftKey = `form:${message.id}`;
  const element = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Values>(() => readValues(drafts.get(draftKey)));
  const [problems, setProblems] = useState<Record<string, string>>({});
  if (isAnswered(message.id, state.items)) {
    return (
      <p class="form-sent">
        <Icon name="check" />
        {words.formSent}
      </p>
    );
  }
  if (state.conversation && !mayWrite(state.conversation, client)) return null;

  const change = (name: string, value: string | boolean) => {
    const next = { ...values, [name]: value };
    setValues(next);
    drafts.set(draftKey, JSON.stringify(next));
    if (problems[name]) setProblems(({ [name]: _, ...others }) => others);
  };
  const submit = () => {
    const given = typed(form.fields, values);
    const found = problemsOf(locale, form.fields, given, problemOf);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) return element.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    send(message, given);
    drafts.set(draftKey, null);
    shell.root.querySelector("textarea")?.focus();
  };
  return (
    <form
      class="form in-thread"
      ref={element}
      noValidate
      aria-label={form.title ?? words.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {form.title && <h3 dir="auto">{form.title}</h3>}
      {form.fields.map((field) => (
        <FormInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ""}
          problem={problems[field.name]}
          onValue={(value) => change(field.name, value)}
        />
      ))}
      <button type="submit" class="button primary">
        <bdi>{form.submitText ?? text.send}</bdi>
      </button>
    </form>
  );
}

/** Answered, or on its way: one that was refused still stands among the pending, with its reason. */
const isAnswered = (formId: string, items: PartProps["state"]["items"]): boolean =>
  items.some((item) => {
    const payload = item.kind === "message" ? item.message.payload : item.kind === "pending" ? item.payload : null;
    return payload?.type === "form_response" && payload.to === formId;
  });
