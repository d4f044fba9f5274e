import {
  type FieldProblem,
  type FormAnswers,
  type FormQuestion,
  type FormValue,
  isEmpty,
  type LocalFormField,
  problemOfAnswer,
  wordsIn,
} from "@deskbell/contract";

/** A question of a channel's form, in the first of these languages that it is written in. */
export function presentQuestion(
  { name, kind, required, pattern, label, options, link }: LocalFormField,
  maxLength: number,
  ...locales: (string | null | undefined)[]
): FormQuestion {
  return {
    name,
    kind,
    required,
    pattern,
    label: wordsIn(label, ...locales),
    options: options.map(({ value }) => value),
    optionLabels: options.map((option) => wordsIn(option.label, ...locales)),
    link,
    maxLength,
  };
}

/** What was said to these questions, trimmed, and what is wrong with it, both by the question's name. What says nothing is in neither. */
export function readAnswers(
  questions: FormQuestion[],
  answers: FormAnswers,
): { said: Map<string, FormValue>; problems: Map<string, FieldProblem> } {
  const given = new Map(
    Object.entries(answers).map(([name, value]) => [name, typeof value === "string" ? value.trim() : value]),
  );
  const said = new Map<string, FormValue>();
  const problems = new Map<string, FieldProblem>();
  for (const question of questions) {
    const value = given.get(question.name);
    const problem = problemOfAnswer(question, value);
    if (problem) problems.set(question.name, problem);
    else if (value !== undefined && !isEmpty(question, value)) said.set(question.name, value);
  }
  return { said, problems };
}
