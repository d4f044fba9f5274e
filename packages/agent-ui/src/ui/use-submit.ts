import { DeskbellError } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { noticeError } from "../sign-in/session.ts";
import { errorSentence } from "./error-sentence.ts";

type Submitted = SubmitEvent & { currentTarget: HTMLFormElement };

/** One sending of a form at a time, and what was wrong with the last one. */
export function useSubmit(send: (form: HTMLFormElement) => Promise<void>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const fields = problem instanceof DeskbellError ? problem.fields : {};
  return {
    busy,
    /** What a person reads above the buttons; `null` while nothing is wrong. */
    sentence: problem === null ? null : errorSentence(problem),
    /** What is wrong with the field of that path, or with one of its lines. */
    wrong: (name: string) => Object.entries(fields).find(([path]) => `${path}.`.startsWith(`${name}.`))?.[1],
    forget: () => setProblem(null),
    async handleSubmit(event: Submitted) {
      event.preventDefault();
      const form = event.currentTarget;
      setBusy(true);
      setProblem(null);
      try {
        await send(form);
      } catch (error) {
        noticeError(error);
        setProblem(error);
      }
      setBusy(false);
    },
  };
}
