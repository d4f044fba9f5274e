import { isEmpty } from "./form-answers.ts";
import { matchesPattern, patternedTextMax } from "./form-pattern.ts";
import type { FormField, FormValue } from "./payload.ts";

/** What is wrong with a field; `null` when nothing is. The form in the widget and the server ask the same. */
export type FieldProblem = "required" | "invalid" | "too_long";

const textMax = 2000;
/** However it is written, with enough digits to be dialled: https://www.itu.int/rec/T-REC-E.164 */
const phone = /^\+?(?:[\s()./-]*\d){5,15}[\s()./-]*$/;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether `value` may stand in `field`. Left empty is `undefined`, `""` or, for a consent, `false`. */
export function problemOf(field: FormField, value: FormValue | undefined): FieldProblem | null {
  if (isEmpty(field, value)) return field.required ? "required" : null;
  if (field.kind === "consent") return value === true ? null : "invalid";
  if (field.kind === "number") return typeof value === "number" && Number.isFinite(value) ? null : "invalid";
  if (typeof value !== "string") return "invalid";
  if (value.length > (field.pattern === null ? textMax : patternedTextMax)) return "too_long";
  if (field.kind === "select") return field.options.includes(value) ? null : "invalid";
  if (field.kind === "email") return email.test(value) ? null : "invalid";
  if (field.kind === "phone") return phone.test(value) ? null : "invalid";
  if (field.kind === "text" && /[\r\n]/.test(value)) return "invalid";
  return field.pattern === null || matchesPattern(field.pattern, value) ? null : "invalid";
}
