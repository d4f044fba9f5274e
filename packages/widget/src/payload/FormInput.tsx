import type { FormField } from "@deskbell/sdk";
import { useId } from "preact/hooks";
import { useApp } from "../app-context.ts";

interface FormInputProps {
  field: FormField;
  value: string | boolean;
  problem: string | undefined;
  onValue(value: string | boolean): void;
}

/** One question of a form, by its kind. */
export function FormInput({ field, value, problem, onValue }: FormInputProps) {
  const { text } = useApp();
  const id = useId();
  const { name, label, kind, required, options } = field;
  const shared = {
    id,
    name,
    "aria-required": required,
    "aria-invalid": Boolean(problem),
    "aria-describedby": problem ? `${id}-says` : undefined,
  };
  const typed = {
    ...shared,
    value: String(value),
    onInput: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value),
  };
  const says = problem && (
    <p id={`${id}-says`} class="wrong">
      {problem}
    </p>
  );
  if (kind === "consent") {
    return (
      <div class="form-field consent">
        <input
          {...shared}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onValue(event.currentTarget.checked)}
        />
        <label htmlFor={id} dir="auto">
          {label}
        </label>
        {says}
      </div>
    );
  }
  return (
    <div class="form-field">
      <label htmlFor={id} dir="auto">
        {label}
        {!required && <small> ({text.optional})</small>}
      </label>
      {kind === "multiline" && <textarea {...typed} rows={3} maxLength={2000} dir="auto" />}
      {kind === "select" && (
        <select {...typed}>
          <option value="">{text.selectHint}</option>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
      {(kind === "text" || kind === "email" || kind === "number") && (
        <input
          {...typed}
          type={kind === "email" ? "email" : "text"}
          inputMode={kind === "number" ? "decimal" : undefined}
          autocomplete={kind === "email" ? "email" : undefined}
          maxLength={field.pattern === null ? 2000 : 200}
          dir={kind === "text" ? "auto" : "ltr"}
        />
      )}
      {says}
    </div>
  );
}
