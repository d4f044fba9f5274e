import type { FormField } from "@deskbell/sdk";
import type { ComponentChildren } from "preact";
import { useApp } from "../app-context.ts";
import { fieldWords } from "../parts/field-words.ts";
import { useFieldId } from "../parts/use-field-id.ts";
import { payloadWords } from "./payload-words.ts";

interface FormInputProps {
  field: FormField;
  value: string | boolean;
  problem: string | undefined;
  onValue(value: string | boolean): void;
  /** What stands for each option, where that is not itself. */
  optionLabels?: string[];
  maxLength?: number;
  /** Beside a consent. */
  children?: ComponentChildren;
}

/** What a browser may fill in by itself, and which keys a phone shows. */
const types: Partial<Record<FormField["kind"], "email" | "tel">> = { email: "email", phone: "tel" };

/** One question of a form, by its kind. */
export function FormInput({
  field,
  value,
  problem,
  onValue,
  optionLabels,
  maxLength = 2000,
  children,
}: FormInputProps) {
  const { locale } = useApp();
  const id = useFieldId();
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
        {children}
        {says}
      </div>
    );
  }
  return (
    <div class="form-field">
      <label htmlFor={id} dir="auto">
        {label}
        {!required && <small> ({fieldWords[locale].optional})</small>}
      </label>
      {kind === "multiline" && <textarea {...typed} rows={3} maxLength={maxLength} dir="auto" />}
      {kind === "select" && (
        <select {...typed}>
          <option value="">{payloadWords[locale].selectHint}</option>
          {options.map((option, at) => (
            <option key={option} value={option}>
              {optionLabels?.[at] ?? option}
            </option>
          ))}
        </select>
      )}
      {(kind === "text" || kind === "email" || kind === "phone" || kind === "number") && (
        <input
          {...typed}
          type={types[kind] ?? "text"}
          inputMode={kind === "number" ? "decimal" : undefined}
          autocomplete={types[kind]}
          maxLength={field.pattern === null ? maxLength : 200}
          dir={kind === "text" ? "auto" : "ltr"}
        />
      )}
      {says}
    </div>
  );
}
