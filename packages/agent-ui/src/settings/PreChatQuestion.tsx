import { answerPlaces, type FormFieldKind, formFieldKinds, type PreChatField } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import { Field } from "../ui/Field.tsx";
import { ChevronDownIcon, CloseIcon } from "../ui/icons.tsx";
import { LocalWordsField } from "./LocalWordsField.tsx";
import { optionLines, optionsFromLines } from "./option-lines.ts";

interface PreChatQuestionProps {
  field: PreChatField;
  wrong: (name: string) => string | undefined;
  onField: (field: PreChatField) => void;
  /** `null`: it is the only one. */
  onRemove: (() => void) | null;
  /** `null`: it is the first. */
  onUp: (() => void) | null;
}

/** One question: its words, its kind, and where the answer is kept. */
export function PreChatQuestion({ field, wrong, onField, onRemove, onUp }: PreChatQuestionProps) {
  const words = text.settings.preChat;
  const isAttribute = field.keepIn === "contact" || field.keepIn === "conversation";
  const set = (changes: Partial<PreChatField>) => onField({ ...field, ...changes });
  const setKind = (kind: FormFieldKind) =>
    set({
      kind,
      pattern: kind === "text" ? field.pattern : null,
      link: kind === "consent" ? field.link : null,
      options: kind === "select" ? field.options : [],
      keepIn: isAttribute ? field.keepIn : "conversation",
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
        <Field label={words.keepIn} problem={wrong("keepIn")}>
          {(input) => (
            <select
              class="select"
              value={field.keepIn}
              disabled={!isAttribute}
              onChange={(event) => set({ keepIn: event.currentTarget.value as PreChatField["keepIn"] })}
              {...input}
            >
              {answerPlaces
                .filter((place) => (isAttribute ? place.startsWith("con") : place === field.keepIn))
                .map((place) => (
                  <option key={place} value={place}>
                    {words.places[place]}
                  </option>
                ))}
            </select>
          )}
        </Field>
        {isAttribute && (
          <Field label={words.attribute} problem={wrong("name")}>
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
