import {
  type AnswerPlace,
  answerPlaces,
  type FormFieldKind,
  formFieldKinds,
  type LocalFormField,
} from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import { Field } from "../ui/Field.tsx";
import { ChevronDownIcon, CloseIcon } from "../ui/icons.tsx";
import { LocalWordsField } from "./LocalWordsField.tsx";
import { optionLines, optionsFromLines } from "./option-lines.ts";

/** Where the answer is kept, for forms that choose it. */
export type QuestionField = LocalFormField & { keepIn?: AnswerPlace };

interface QuestionFieldsProps<F extends QuestionField> {
  field: F;
  wrong: (name: string) => string | undefined;
  onField: (field: F) => void;
  /** `null`: there must be one. */
  onRemove: (() => void) | null;
  /** `null`: it is the first. */
  onUp: (() => void) | null;
}

/** One question: its words, its kind, and where the answer is kept. */
export function QuestionFields<F extends QuestionField>({
  field,
  wrong,
  onField,
  onRemove,
  onUp,
}: QuestionFieldsProps<F>) {
  const words = text.settings.questions;
  const { keepIn } = field;
  const isAttribute = keepIn === undefined || keepIn === "contact" || keepIn === "conversation";
  const set = (changes: Partial<QuestionField>) => onField({ ...field, ...changes });
  const setKind = (kind: FormFieldKind) =>
    set({
      kind,
      pattern: kind === "text" ? field.pattern : null,
      link: kind === "consent" ? field.link : null,
      options: kind === "select" ? field.options : [],
    });
  return (
    <li class="pre-chat-question">
      <LocalWordsField
        label={words.question}
        words={field.label}
        maxLength={200}
        problem={wrong("label")}
        onWords={(label) => set({ label })}
      />
      <div class="settings-three">
        <Field label={words.kind} problem={wrong("kind")}>
          {(input) => (
            <select
              class="select"
              value={field.kind}
              disabled={!isAttribute}
              onChange={(event) => setKind(event.currentTarget.value as FormFieldKind)}
              {...input}
            >
              {formFieldKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {words.kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {keepIn && (
          <Field label={words.keepIn} problem={wrong("keepIn")}>
            {(input) => (
              <select
                class="select"
                value={keepIn}
                disabled={!isAttribute}
                onChange={(event) => set({ keepIn: event.currentTarget.value as AnswerPlace })}
                {...input}
              >
                {answerPlaces
                  .filter((place) => (isAttribute ? place.startsWith("con") : place === keepIn))
                  .map((place) => (
                    <option key={place} value={place}>
                      {words.places[place]}
                    </option>
                  ))}
              </select>
            )}
          </Field>
        )}
        {isAttribute && (
          <Field label={keepIn ? words.attribute : words.name} problem={wrong("name")}>
            {(input) => (
              <input
                class="input num"
                required
                maxLength={40}
                spellcheck={false}
                pattern="[A-Za-z][A-Za-z0-9_\-]*"
                value={field.name}
                onInput={(event) => set({ name: event.currentTarget.value })}
                {...input}
              />
            )}
          </Field>
        )}
      </div>
      {field.kind === "select" && (
        <LocalWordsField
          label={words.options}
          hint={words.optionsHint}
          words={optionLines(field.options)}
          maxLength={3000}
          long
          problem={wrong("options")}
          onWords={(lines) => set({ options: optionsFromLines(lines) })}
        />
      )}
      {field.kind === "text" && isAttribute && (
        <Field label={words.pattern} hint={words.patternHint} problem={wrong("pattern")}>
          {(input) => (
            <input
              class="input num"
              maxLength={200}
              spellcheck={false}
              value={field.pattern ?? ""}
              onInput={(event) => set({ pattern: event.currentTarget.value || null })}
              {...input}
            />
          )}
        </Field>
      )}
      {field.kind === "consent" && (
        <Field label={words.link} problem={wrong("link")}>
          {(input) => (
            <input
              class="input"
              type="url"
              maxLength={2000}
              placeholder="https://example.com/privacy"
              value={field.link ?? ""}
              onInput={(event) => set({ link: event.currentTarget.value || null })}
              {...input}
            />
          )}
        </Field>
      )}
      <div class="pre-chat-foot">
        <label class="settings-check">
          <input
            type="checkbox"
            checked={field.required}
            onChange={(event) => set({ required: event.currentTarget.checked })}
          />
          <span>{words.required}</span>
        </label>
        {onUp && (
          <button type="button" class="icon-button up" aria-label={words.up} title={words.up} onClick={onUp}>
            <ChevronDownIcon />
          </button>
        )}
        {onRemove && (
          <button type="button" class="icon-button" aria-label={words.remove} title={words.remove} onClick={onRemove}>
            <CloseIcon />
          </button>
        )}
      </div>
    </li>
  );
}
