import type { FormResponse } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";

/** What was filled in. */
export function FormAnswers({ answers }: Pick<FormResponse, "answers">) {
  const { text } = useApp();
  return (
    <dl class="answers" dir="auto">
      {answers.map(({ name, label, value }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{value === null ? "–" : value === true ? text.yes : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
