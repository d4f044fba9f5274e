import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

interface FieldProps {
  label: string;
  hint?: string;
  problem?: string | undefined;
  /** Given the attributes that tie it to its words. */
  children: (input: { id: string; "aria-describedby": string; "aria-invalid": boolean }) => ComponentChildren;
}

/** A labelled field that says beside itself what it is for, or what is wrong. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      {children({ id, "aria-describedby": `${id}says`, "aria-invalid": problem !== undefined })}
      <p id={`${id}says`} class={problem ? "form-problem" : "field-hint"}>
        {problem ?? hint}
      </p>
    </div>
  );
}

interface CheckProps {
  name: string;
  label: string;
  hint?: string;
  checked: boolean;
  onChange?: (checked: boolean) => void;
}

export function Check({ name, label, hint, checked, onChange }: CheckProps) {
  return (
    <label class="settings-check">
      <input
        type="checkbox"
        name={name}
        defaultChecked={checked}
        onChange={(event) => onChange?.(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}
