import { useApp } from "../app-context.ts";
import { fieldWords } from "./field-words.ts";
import { useFieldId } from "./use-field-id.ts";

interface FieldProps {
  name: string;
  label: string;
  value: string;
  onValue(value: string): void;
  problem?: string | undefined;
  hint?: string;
  placeholder?: string;
  type?: string;
  autocomplete?: "name" | "email";
  maxLength: number;
  required?: boolean;
  /** Several lines. */
  long?: boolean;
}

/** A labelled input that says what is wrong beside itself. */
export function Field({ label, onValue, problem, hint, long, required = false, ...input }: FieldProps) {
  const { locale } = useApp();
  const words = fieldWords[locale];
  const id = useFieldId();
  const Tag = long ? "textarea" : "input";
  return (
    <div class="form-field">
      <label htmlFor={id}>
        {label}
        {!required && <small> ({words.optional})</small>}
      </label>
      <Tag
        id={id}
        {...input}
        {...(long && { rows: 5 })}
        // Empty it is as the page: its placeholder is of the page's language.
        dir={input.value ? "auto" : undefined}
        aria-required={required}
        aria-invalid={Boolean(problem)}
        aria-describedby={problem || hint ? `${id}-says` : undefined}
        onInput={(event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value)}
      />
      {(problem || hint) && (
        <p id={`${id}-says`} class={problem ? "wrong" : ""}>
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}
