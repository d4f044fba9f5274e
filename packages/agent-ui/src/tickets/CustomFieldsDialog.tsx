import { type FormValue, type LocalFormField, type TeamTicket, wordsIn } from "@deskbell/sdk/agent";
import { useMe } from "../sign-in/session.ts";
import { locale, text } from "../text/text.ts";
import { Check, Field } from "../ui/Field.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { answerWords } from "./answer-words.ts";
import { changeCustomFields } from "./update-ticket.ts";

interface CustomFieldsDialogProps {
  ticket: TeamTicket;
  /** By the channel's ticket form today. */
  asked: LocalFormField[];
  onClose: () => void;
}

/** The answers, to be changed by what is asked today; what is no longer asked can be taken away. */
export function CustomFieldsDialog({ ticket, asked, onClose }: CustomFieldsDialogProps) {
  const { agent } = useMe();
  const words = text.tickets.form;
  const known = (name: string) => ticket.customFields.find((field) => field.name === name)?.value ?? null;
  const former = ticket.customFields.filter(({ name }) => !asked.some((field) => field.name === name));

  function handleSubmit(data: FormData) {
    const said = asked.map((field): [string, FormValue | null] => [field.name, read(field, data)]);
    const changed = said.filter(([name, value]) => value !== known(name));
    const removed = former.filter(({ name }) => data.has(`remove ${name}`)).map(({ name }) => [name, null]);
    return changeCustomFields(ticket, Object.fromEntries([...changed, ...removed]), agent);
  }

  return (
    <FormDialog
      title={words.edit}
      submit={text.common.save}
      onSubmit={async (data) => handleSubmit(data)}
      onClose={onClose}
    >
      {(wrong) => (
        <div class="custom-fields-dialog">
          {asked.map((field) => (
            <AnswerField
              key={field.name}
              field={field}
              value={known(field.name)}
              problem={words.problems[wrong(`customFields.${field.name}`) ?? ""]}
            />
          ))}
          {former.map((field) => (
            <Check
              key={field.name}
              name={`remove ${field.name}`}
              label={words.remove(wordsIn(field.label, locale))}
              hint={answerWords(field)}
              checked={false}
            />
          ))}
        </div>
      )}
    </FormDialog>
  );
}

interface AnswerFieldProps {
  field: LocalFormField;
  value: FormValue | null;
  problem: string | undefined;
}

function AnswerField({ field: { name, kind, label, options }, value, problem }: AnswerFieldProps) {
  const question = wordsIn(label, locale);
  if (kind === "consent") return <Check name={name} label={question} checked={value === true} />;
  const known = value === null ? "" : String(value);
  return (
    <Field label={question} problem={problem}>
      {(input) => {
        if (kind === "multiline")
          return (
            <textarea class="input" name={name} rows={3} maxLength={2000} dir="auto" defaultValue={known} {...input} />
          );
        if (kind === "select")
          return (
            <select class="select" name={name} {...input}>
              <option value="">{text.common.none}</option>
              {options.map((option) => (
                <option key={option.value} value={option.value} selected={option.value === known}>
                  {wordsIn(option.label, locale)}
                </option>
              ))}
            </select>
          );
        return (
          <input
            class="input"
            name={name}
            inputMode={kind === "number" ? "decimal" : undefined}
            autocomplete="off"
            maxLength={2000}
            dir="auto"
            defaultValue={known}
            {...input}
          />
        );
      }}
    </Field>
  );
}

function read({ name, kind }: LocalFormField, data: FormData): FormValue | null {
  if (kind === "consent") return data.has(name) || null;
  const said = String(data.get(name)).trim();
  if (kind !== "number" || said === "") return said || null;
  const number = Number(said.replace(",", "."));
  return Number.isNaN(number) ? said : number;
}
