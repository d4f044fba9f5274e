import { type PreChatQuestion, problemOfAnswer, safeHref, type Thread } from "@deskbell/sdk";
import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { Failure } from "../parts/Failure.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { useLoad } from "../use-load.ts";
import { FormInput } from "./FormInput.tsx";
import { problemsOf, readValues, typed, type Values } from "./form-fill.ts";
import { preChatWords } from "./pre-chat-words.ts";

export interface PreChatProps {
  thread: Thread;
  onAnswered(): void;
}

/** What the channel wants to know before the first message. Asked in the reader's language; what is typed stays when that is changed. */
export function PreChat({ thread, onAnswered }: PreChatProps) {
  const { client, locale, shell } = useApp();
  const { data, error, reload } = useLoad((signal) => client.conversations.preChat({ locale }, { signal }), [locale]);
  const answer = (answers: Parameters<Thread["answer"]>[0]) => {
    thread.answer(answers);
    onAnswered();
    // The composer takes the form's place.
    requestAnimationFrame(() => shell.root.querySelector("textarea")?.focus());
  };
  useEffect(() => {
    if (data?.questions.length === 0) answer({});
  }, [data]);
  return (
    <div class="pre-chat">
      {error ? (
        <Failure error={error} retry={reload} />
      ) : data ? (
        <Questions intro={data.intro} questions={data.questions} onAnswer={answer} />
      ) : (
        <Skeleton rows={3} />
      )}
    </div>
  );
}

interface QuestionsProps {
  intro: string | null;
  questions: PreChatQuestion[];
  onAnswer(answers: ReturnType<typeof typed>): void;
}

function Questions({ intro, questions, onAnswer }: QuestionsProps) {
  const { locale, drafts } = useApp();
  const words = preChatWords[locale];
  const element = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState<Values>(() => readValues(drafts.get("pre-chat")));
  const [problems, setProblems] = useState<Record<string, string>>({});
  useEffect(() => {
    // Not on phones: the keyboard would cover what there is to read.
    if (matchMedia("(hover: hover)").matches) element.current?.querySelector<HTMLElement>("[name]")?.focus();
  }, []);

  const change = (name: string, value: string | boolean) => {
    const next = { ...values, [name]: value };
    setValues(next);
    drafts.set("pre-chat", JSON.stringify(next));
    if (problems[name]) setProblems(({ [name]: _, ...others }) => others);
  };
  const submit = () => {
    const given = typed(questions, values);
    const found = problemsOf(locale, questions, given, problemOfAnswer);
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) element.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    else onAnswer(given);
  };
  return (
    <form
      class="form in-thread"
      ref={element}
      noValidate
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {intro ? <p dir="auto">{intro}</p> : <h3>{words.title}</h3>}
      {questions.map((question) => {
        const href = question.link && safeHref(question.link);
        return (
          <FormInput
            key={question.name}
            field={question}
            optionLabels={question.optionLabels}
            maxLength={question.maxLength}
            value={values[question.name] ?? ""}
            problem={problems[question.name]}
            onValue={(value) => change(question.name, value)}
          >
            {href && (
              <a href={href} target="_blank" rel="noopener noreferrer" aria-label={`${words.more}: ${question.label}`}>
                {words.more}
              </a>
            )}
          </FormInput>
        );
      })}
      <button type="submit" class="button primary">
        {words.go}
      </button>
    </form>
  );
}
