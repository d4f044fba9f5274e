import { text } from "../text/text.ts";
import { type QuestionField, QuestionFields } from "./QuestionFields.tsx";
import { type preChatPresets, withFreeName } from "./question-presets.ts";
import "./pre-chat.css";

const most = 12;

interface QuestionListProps<F extends QuestionField> {
  /** The fields' in what is sent, such as `preChat.fields`. */
  path: string;
  fields: F[];
  /** How few there may be. */
  least: number;
  /** What can be added. */
  presets: Partial<Record<keyof typeof preChatPresets, F>>;
  wrong: (name: string) => string | undefined;
  onFields: (fields: F[]) => void;
}

/** The questions of a form: changed, put in order, taken away and added. */
export function QuestionList<F extends QuestionField>(props: QuestionListProps<F>) {
  const { path, fields, least, presets, wrong, onFields } = props;
  const words = text.settings.questions;
  return (
    <>
      {fields.length > 0 && (
        <ol class="pre-chat">
          {fields.map((field, at) => (
            <QuestionFields
              key={at}
              field={field}
              wrong={(name) => wrong(`${path}.${at}.${name}`)}
              onField={(next) => onFields(fields.with(at, next))}
              onRemove={fields.length > least ? () => onFields(fields.filter((_, each) => each !== at)) : null}
              onUp={at > 0 ? () => onFields(movedUp(fields, at)) : null}
            />
          ))}
        </ol>
      )}
      {wrong(path) && (
        <p class="form-problem" role="alert">
          {words.check}
        </p>
      )}
      {fields.length < most && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
        <div class="pre-chat-add" role="group" aria-label={words.add}>
          <span class="field-label">{words.add}</span>
          {Object.entries(presets).map(([name, preset]) => (
            <button
              key={name}
              type="button"
              class="button"
              onClick={() => onFields([...fields, withFreeName(preset, fields)])}
            >
              {words.presets[name as keyof typeof preChatPresets]}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

/** Without the empty lines that are there while one types. */
export const withoutBlankOptions = <F extends QuestionField>(fields: F[]): F[] =>
  fields.map((field) => ({ ...field, options: field.options.filter(({ value }) => value.trim() !== "") }));

function movedUp<F>(fields: F[], at: number): F[] {
  const moved = [...fields];
  moved.splice(at - 1, 0, ...moved.splice(at, 1));
  return moved;
}
