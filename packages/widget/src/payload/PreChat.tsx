import type { FormAnswers, FormQuestion, Thread } from "@deskbell/sdk";
import type { ChatThread } from "@deskbell/sdk/chat";
import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell, useThread } from "../deskbell.ts";
import { Failure } from "../parts/Failure.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { useLoad } from "../use-load.ts";
import { checkAnswers, readValues, type Values } from "./form-fill.ts";
import { preChatWords } from "./pre-chat-words.ts";
import { Questions } from "./Questions.tsx";

export interface PreChatProps {
  thread: ChatThread;
  onAnswered(): void;
}

/** What the channel wants to know before the first message. Asked in the reader's language; what is typed stays when that is changed. */
export function PreChat({ thread, onAnswered }: PreChatProps) {
  const { locale, shell } = useApp();
  const client = useDeskbell();
  const { answer: giveAnswers } = useThread(thread);
  const { data, error, reload } = useLoad((signal) => client.conversations.preChat({ locale }, { signal }), [locale]);
  const answer = (answers: Parameters<Thread["answer"]>[0]) => {
    giveAnswers(answers);
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
        <PreChatForm intro={data.intro} questions={data.questions} onAnswer={answer} />
      ) : (
        <Skeleton rows={3} />
      )}
    </div>
  );
}

interface PreChatFormProps {
  intro: string | null;
  questions: FormQuestion[];
  onAnswer(answers: FormAnswers): void;
}

function PreChatForm({ intro, questions, onAnswer }: PreChatFormProps) {
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
    const { given, problems: found } = checkAnswers(locale, questions, values);
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
      <Questions questions={questions} values={values} problems={problems} onValue={change} />
      <button type="submit" class="button primary">
        {words.go}
      </button>
    </form>
  );
}
