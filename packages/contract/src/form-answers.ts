import type { Form, FormField, FormResponse, FormValue } from "./payload.ts";

/** Whether `value` says nothing in `field`. */
export const isEmpty = ({ kind }: FormField, value: FormValue | undefined): boolean =>
  value === undefined || value === "" || (kind === "consent" && value === false);

/** The answers in the form's order, as they are stored. */
export const answersOf = ({ fields }: Form, values: Record<string, FormValue>): FormResponse["answers"] =>
  fields.map((field) => {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    return { name: field.name, label: field.label, value: isEmpty(field, value) ? null : (value ?? null) };
  });

/** The answers in words, for whoever reads messages without their payload. */
export const answersInWords = (answers: FormResponse["answers"]): string =>
  answers.map(({ label, value }) => `${label}: ${value === true ? "✓" : (value ?? "–")}`).join("\n");
