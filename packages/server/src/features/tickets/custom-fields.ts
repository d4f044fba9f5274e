import {
  type CustomField,
  type FormAnswers,
  type FormValue,
  type LocalFormField,
  type TimelineEntry,
  wordsIn,
} from "@deskbell/contract";
import { AppError } from "../../app-error.ts";
import { presentQuestion, readAnswers } from "../channels/index.ts";

const maxLength = 2000;

export const presentAsked = (field: LocalFormField, ...locales: (string | null | undefined)[]) =>
  presentQuestion(field, maxLength, ...locales);

/** The answers to a ticket form, in its order. What is missing, wrong or not asked is refused with `invalid_input`. */
export function takeCustomFields(asked: LocalFormField[], answers: FormAnswers): CustomField[] {
  const { said, problems } = readAnswers(
    asked.map((field) => presentAsked(field)),
    answers,
  );
  const unknown = Object.keys(answers).filter((name) => !asked.some((field) => field.name === name));
  const wrong = [...problems, ...unknown.map((name) => [name, "unknown"])];
  if (wrong.length > 0) {
    const fields = wrong.map(([name, problem]) => [`customFields.${name}`, problem]);
    throw new AppError("invalid_input", Object.fromEntries(fields));
  }
  return asked.flatMap((field) => {
    const value = said.get(field.name);
    return value === undefined ? [] : [answered(field, value)];
  });
}

/** As the team writes them down: nothing is required, and what is no longer asked can be taken away. */
export function changeCustomFields(
  asked: LocalFormField[],
  kept: CustomField[],
  change: Record<string, FormValue | null>,
): CustomField[] {
  const isAsked = (name: string) => asked.some((field) => field.name === name);
  const isTakenAway = ([name, value]: [string, FormValue | null]) =>
    value === null && (isAsked(name) || kept.some((field) => field.name === name));
  const given = Object.fromEntries(
    Object.entries(change)
      .filter((entry) => !isTakenAway(entry))
      .map(([name, value]) => [name, value ?? ""]),
  );
  const concerned = asked.filter(({ name }) => Object.hasOwn(given, name));
  const taken = takeCustomFields(
    concerned.map((field) => ({ ...field, required: false })),
    given,
  );
  const known = [...kept.filter(({ name }) => !Object.hasOwn(change, name)), ...taken];
  return [
    ...asked.flatMap(({ name }) => known.filter((field) => field.name === name)),
    ...known.filter(({ name }) => !isAsked(name)),
  ];
}

/** With the words of today, for whoever reads it years later. */
const answered = ({ name, kind, label, options }: LocalFormField, value: FormValue): CustomField => ({
  name,
  kind,
  label,
  value,
  valueLabel: kind === "select" ? (options.find((option) => option.value === value)?.label ?? null) : null,
});

/** For the history: each answer that is now another, in words. */
export function describeCustomFields(before: CustomField[], after: CustomField[]): TimelineEntry["changes"] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const [from, to] = [before, after].map((fields) => fields.find((field) => field.name === name));
      return from?.value === to?.value ? [] : [[`customFields.${name}`, { from: inWords(from), to: inWords(to) }]];
    }),
  );
}

function inWords(field: CustomField | undefined): string | null {
  if (!field) return null;
  return field.value === true ? "✓" : field.valueLabel ? wordsIn(field.valueLabel) : String(field.value);
}
