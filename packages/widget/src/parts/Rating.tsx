import { type Conversation, DeskbellError } from "@deskbell/sdk";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { useDeskbell } from "../deskbell.ts";
import { ErrorText } from "../errors/ErrorText.tsx";
import { ratingWords } from "./rating-words.ts";

const scores = [1, 2, 3, 4, 5];
const star = "m12 3.6 2.6 5.3 5.8.8-4.2 4.1 1 5.8L12 16.9l-5.2 2.7 1-5.8L3.6 9.7l5.8-.8z";

/** How content the contact was, in one touch; words are welcome. */
export function Rating({ conversation }: { conversation: Conversation }) {
  const { text, locale } = useApp();
  const client = useDeskbell();
  const words = ratingWords[locale];
  const [score, setScore] = useState(conversation.rating?.score ?? 0);
  const [comment, setComment] = useState("");
  const [thanked, setThanked] = useState(conversation.rating !== null);
  const [problem, setProblem] = useState<DeskbellError | null>(null);

  const rate = (next: number, done: () => void) => {
    const before = score;
    setScore(next);
    setProblem(null);
    client.conversations
      .rate(conversation.id, { score: next, ...(comment.trim() && { comment: comment.trim() }) })
      .then(done, (error) => {
        if (!(error instanceof DeskbellError)) throw error;
        setScore(before);
        setProblem(error);
      });
  };

  return (
    <form
      class="rating"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        rate(score, () => {
          // The field goes away with the focus in it.
          form.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
          setThanked(true);
        });
      }}
    >
      <fieldset>
        <legend>{words.rateTitle}</legend>
        {scores.map((each) => (
          <button
            type="button"
            key={each}
            class={each <= score ? "star on" : "star"}
            aria-label={words.rateStars(each)}
            aria-pressed={each === score}
            onClick={() => {
              setThanked(false);
              rate(each, () => {});
            }}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d={star} />
            </svg>
          </button>
        ))}
      </fieldset>
      {score > 0 && !thanked && (
        <div class="more">
          <input
            aria-label={words.rateMore}
            placeholder={words.rateMore}
            maxLength={2000}
            dir={comment ? "auto" : undefined}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="button">
            {text.send}
          </button>
        </div>
      )}
      <p role="status">{thanked && words.rateThanks}</p>
      {problem && (
        <p class="problem-line" role="alert">
          <ErrorText error={problem}>{text.errorTitle}</ErrorText>
        </p>
      )}
    </form>
  );
}
