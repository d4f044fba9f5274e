import { type FormQuestion, safeHref } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { FormInput } from "./FormInput.tsx";
import type { Values } from "./form-fill.ts";
import { payloadWords } from "./payload-words.ts";

interface QuestionsProps {
  questions: FormQuestion[];
  values: Values;
  /** In words, by the name of the input. */
  problems: Record<string, string | undefined>;
  onValue(name: string, value: string | boolean): void;
  /** Before the names of the inputs, where others stand beside them. */
  prefix?: string;
}

/** What a channel's own form asks. */
export function Questions({ questions, values, problems, onValue, prefix = "" }: QuestionsProps) {
  const { more } = payloadWords[useApp().locale];
  return (
    <>
      {questions.map((question) => {
        const { name, label, link, optionLabels, maxLength } = question;
        const href = link && safeHref(link);
        return (
          <FormInput
            key={name}
            field={{ ...question, name: prefix + name }}
            optionLabels={optionLabels}
            maxLength={maxLength}
            value={values[name] ?? ""}
            problem={problems[prefix + name]}
            onValue={(value) => onValue(name, value)}
          >
            {href && (
              <a href={href} target="_blank" rel="noopener noreferrer" aria-label={`${more}: ${label}`}>
                {more}
              </a>
            )}
          </FormInput>
        );
      })}
    </>
  );
}
