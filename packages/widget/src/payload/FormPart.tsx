import { type Form, type FormField, type FormValue, problemOf } from "@deskbell/sdk";
import { useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { mayWrite } from "../conversation-state.ts";
import { Icon } from "../parts/Icon.tsx";
import { FormInput } from "./FormInput.tsx";
import type { PartProps } from "./part-props.ts";

type Values = Record<string, string | boolean>;

/** A form within the thread, filled in once; what is typed is kept until it is sent. */
export function FormPart({ form, message, thread, state }: PartProps & { form: Form }) {
  const { text, client, drafts, shell } = useApp();
  const draftKey = `form:${message.id}`;
  const element = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Values>(() => read(drafts.get(draftKey)));
  const [problems, setProblems] = useState<Record<string, string>>({});
  if (isAnswered(message.id, state.items)) {
    return (
      <p class="form-sent">
        <Icon name="check" />
        {text.formSent}
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
    const found = problemsOf(form.fields, given);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) return element.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    thread.submit(message, given);
    drafts.set(draftKey, null);
    shell.root.querySelector("textarea")?.focus();
  };
  const problemsOf = (fields: FormField[], given: Record<string, FormValue>) => {
    const words = { required: text.required, invalid: text.badField, too_long: text.tooLong };
    return Object.fromEntries(
      fields.flatMap((field) => {
        const problem = problemOf(field, given[field.name]);
        if (!problem) return [];
        return [[field.name, problem === "invalid" && field.kind === "email" ? text.badEmail : words[problem]]];
      }),
    );
  };
  return (
    <form
      class="form in-thread"
      ref={element}
      noValidate
      aria-label={form.title ?? text.form}
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

/** As the server takes them; what was left empty is left out. */
function typed(fields: FormField[], values: Values): Record<string, FormValue> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, FormValue][] => {
      const value = values[name];
      if (value === undefined || value === "" || value === false) return [];
      if (typeof value === "boolean" || kind !== "number")
        return [[name, typeof value === "string" ? trim(value) : value]];
      const number = Number(value.replace(",", "."));
      return [[name, Number.isNaN(number) ? value : number]];
    }),
  );
}

const trim = (value: string): string => (/\S/.test(value) ? value.trim() : "");

function read(kept: string | null): Values {
  try {
    const values: unknown = JSON.parse(kept ?? "{}");
    return values && typeof values === "object" ? (values as Values) : {};
  } catch {
    return {};
  }
}
