import type { FormResponse } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { payloadWords } from "./payload-words.ts";

/** What was filled in. */
export function FormAnswers({ answers }: Pick<FormResponse, "answers">) {
  const { locale } = useApp();
  const words = payloadWords[locale];
  return (
    <dl class="answers" dir="auto">
      {answers.map(({ name, label, value }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>{value === null ? "–" : value === true ? words.yes : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
