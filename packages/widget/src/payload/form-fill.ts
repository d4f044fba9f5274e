import { type FieldProblem, type FormField, type FormQuestion, type FormValue, problemOfAnswer } from "@deskbell/sdk";
import type { Locale } from "../locales.ts";
import { fieldWords } from "../parts/field-words.ts";
import { payloadWords } from "./payload-words.ts";

/** What stands in a form, by field name. */
export type Values = Record<string, string | boolean>;

/** As the server takes them; what was left empty is left out. */
export function typed(fields: FormField[], values: Values): Record<string, FormValue> {
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

/** What is wrong, in words, by field name. */
export function problemsOf<F extends FormField>(
  locale: Locale,
  fields: F[],
  given: Record<string, FormValue>,
  check: (field: F, value: FormValue | undefined) => FieldProblem | null,
): Record<string, string> {
  const { required, badEmail } = fieldWords[locale];
  const { badField, tooLong } = payloadWords[locale];
  const words = { required, invalid: badField, too_long: tooLong };
  return Object.fromEntries(
    fields.flatMap((field) => {
      const problem = check(field, given[field.name]);
      if (!problem) return [];
      return [[field.name, problem === "invalid" && field.kind === "email" ? badEmail : words[problem]]];
    }),
  );
}

/** As the server takes them, and what is wrong with them. */
export function checkAnswers(locale: Locale, questions: FormQuestion[], values: Values) {
  const given = typed(questions, values);
  return { given, problems: problemsOf(locale, questions, given, problemOfAnswer) };
}

/** Storage is the page's too: whatever stands there must not stop the form. */
export function readValues(kept: string | null): Values {
  try {
    const values: unknown = JSON.parse(kept ?? "{}");
    return values && typeof values === "object" ? (values as Values) : {};
  } catch {
    return {};
  }
}
