import { type FieldProblem, problemOf } from "./form-values.ts";
import type { LocalWords } from "./local-words.ts";
import type { FormField, FormValue } from "./payload.ts";

/** A question of a channel's own form, in all the languages it is written in. */
export interface LocalFormField extends Omit<FormField, "label" | "options"> {
  label: LocalWords;
  /** What a `select` offers; empty for the others. The `value` is kept. */
  options: { value: string; label: LocalWords }[];
  /** What a `consent` is to, such as a privacy policy: http or https; `null` for none, and for all other kinds. */
  link: string | null;
}

/** A question as it is shown to whoever is asked, in their language. */
export interface FormQuestion extends FormField {
  /** What stands for each of `options`, in their order. */
  optionLabels: string[];
  link: string | null;
  /** Of a text, in characters. */
  maxLength: number;
}

/** Answers by the name of their question; what was left empty is left out. */
export type FormAnswers = Record<string, FormValue>;

/** What is wrong with an answer; `null` when nothing is. The form in the widget and the server ask the same. */
export const problemOfAnswer = (
  question: Pick<FormQuestion, "maxLength" | keyof FormField>,
  value: FormValue | undefined,
): FieldProblem | null =>
  problemOf(question, value) ?? (typeof value === "string" && value.length > question.maxLength ? "too_long" : null);
