import type { LocalWords } from "@deskbell/sdk/agent";
import { useId, useState } from "preact/hooks";
import { locale as reader, text } from "../text/text.ts";
import { widgetLocales } from "./widget-locales.ts";

interface LocalWordsFieldProps {
  label: string;
  words: LocalWords;
  onWords: (words: LocalWords) => void;
  maxLength: number;
  problem?: string | undefined;
  hint?: string;
  /** Several lines. */
  long?: boolean;
}

/** The same words in several languages: one at a time, with a mark on those that are written. */
export function LocalWordsField({ label, words, onWords, maxLength, problem, hint, long }: LocalWordsFieldProps) {
  const id = useId();
  const [locale, setLocale] = useState<string>(reader in words || Object.keys(words).length === 0 ? reader : "en");
  const Tag = long ? "textarea" : "input";
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <span class="local-words">
        <Tag
          id={id}
          class={long ? "input settings-lines" : "input"}
          lang={locale}
          dir="auto"
          maxLength={maxLength}
          value={words[locale] ?? ""}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}says`}
          onInput={(event: { currentTarget: { value: string } }) => {
            const { [locale]: _, ...others } = words;
            const { value } = event.currentTarget;
            onWords(value === "" ? others : { ...words, [locale]: value });
          }}
        />
        <select
          class="select"
          aria-label={text.settings.languageOf(label)}
          value={locale}
          onInput={(event) => event.stopPropagation()}
          onChange={(event) => setLocale(event.currentTarget.value)}
        >
          {Object.entries({
            ...Object.fromEntries(Object.keys(words).map((each) => [each, each])),
            ...widgetLocales,
          }).map(([each, name]) => (
            <option key={each} value={each}>
              {words[each]?.trim() ? `${name} ✓` : name}
            </option>
          ))}
        </select>
      </span>
      <p id={`${id}says`} class={problem ? "form-problem" : "field-hint"}>
        {problem ?? hint}
      </p>
    </div>
  );
}
