import type { ProactiveRule } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { Field } from "../ui/Field.tsx";
import { CloseIcon } from "../ui/icons.tsx";
import type { FieldsProps } from "./AppearanceFields.tsx";
import { FormValue } from "./FormValue.tsx";
import { LocalWordsField } from "./LocalWordsField.tsx";
import "./pre-chat.css";

const most = 12;

/** What is said to visitors of itself, and where. */
export function ProactiveFields({ channel, wrong }: FieldsProps) {
  const words = text.settings.proactive;
  const [rules, setRules] = useState<ProactiveRule[]>(channel.proactive);
  const set = (at: number, change: Partial<ProactiveRule>) =>
    setRules(rules.map((rule, each) => (each === at ? { ...rule, ...change } : rule)));
  return (
    <fieldset class="settings-part">
      <legend>{words.title}</legend>
      <FormValue name="proactive" value={rules} />
      <p class="panel-quiet">{words.explain}</p>
      {rules.length > 0 && (
        <ol class="pre-chat">
          {rules.map((rule, at) => (
            <RuleFields
              key={rule.id}
              rule={rule}
              wrong={(name) => wrong(`proactive.${at}.${name}`)}
              onRule={(change) => set(at, change)}
              onRemove={() => setRules(rules.filter((_, each) => each !== at))}
            />
          ))}
        </ol>
      )}
      <p>
        <button
          type="button"
          class="button"
          disabled={rules.length >= most}
          onClick={() => setRules([...rules, fresh(words.fresh(rules.length + 1))])}
        >
          {words.add}
        </button>
      </p>
    </fieldset>
  );
}

interface RuleFieldsProps {
  rule: ProactiveRule;
  wrong: (name: string) => string | undefined;
  onRule: (change: Partial<ProactiveRule>) => void;
  onRemove: () => void;
}

function RuleFields({ rule, wrong, onRule, onRemove }: RuleFieldsProps) {
  const words = text.settings.proactive;
  const { name, message, url, seconds, scroll, attribute, enabled } = rule;
  return (
    <li class="pre-chat-question">
      <Field label={words.name} problem={wrong("name")}>
        {(input) => (
          <input
            class="input"
            required
            maxLength={80}
            value={name}
            onInput={(event) => onRule({ name: event.currentTarget.value })}
            {...input}
          />
        )}
      </Field>
      <LocalWordsField
        label={words.message}
        words={message}
        maxLength={500}
        long
        problem={wrong("message")}
        onWords={(next) => onRule({ message: next })}
      />
      <Field label={words.url} hint={words.urlHint} problem={wrong("url")}>
        {(input) => (
          <input
            class="input num"
            maxLength={300}
            spellcheck={false}
            placeholder="/pricing*"
            value={url ?? ""}
            onInput={(event) => onRule({ url: event.currentTarget.value.trim() || null })}
            {...input}
          />
        )}
      </Field>
      <div class="settings-two">
        <Field label={words.seconds} problem={wrong("seconds")}>
          {(input) => (
            <input
              class="input num"
              type="number"
              min={0}
              max={3600}
              required
              value={seconds}
              onInput={(event) => onRule({ seconds: Number(event.currentTarget.value) })}
              {...input}
            />
          )}
        </Field>
        <Field label={words.scroll} problem={wrong("scroll")}>
          {(input) => (
            <input
              class="input num"
              type="number"
              min={1}
              max={100}
              placeholder="–"
              value={scroll ?? ""}
              onInput={(event) => onRule({ scroll: Number(event.currentTarget.value) || null })}
              {...input}
            />
          )}
        </Field>
        <Field label={words.attribute} hint={words.attributeHint} problem={wrong("attribute.name")}>
          {(input) => (
            <input
              class="input num"
              maxLength={64}
              spellcheck={false}
              value={attribute?.name ?? ""}
              onInput={(event) => {
                const next = event.currentTarget.value;
                onRule({ attribute: next ? { name: next, value: attribute?.value ?? "" } : null });
              }}
              {...input}
            />
          )}
        </Field>
        <Field label={words.value} problem={wrong("attribute.value")}>
          {(input) => (
            <input
              class="input"
              maxLength={1000}
              disabled={attribute === null}
              value={attribute?.value ?? ""}
              onInput={(event) =>
                attribute && onRule({ attribute: { ...attribute, value: event.currentTarget.value } })
              }
              {...input}
            />
          )}
        </Field>
      </div>
      <div class="pre-chat-foot">
        <label class="settings-check">
          <input
            type="checkbox"
            checked={enabled}
            onChange={(event) => onRule({ enabled: event.currentTarget.checked })}
          />
          <span>{words.enabled}</span>
        </label>
        <button type="button" class="icon-button" aria-label={words.remove} title={words.remove} onClick={onRemove}>
          <CloseIcon />
        </button>
      </div>
    </li>
  );
}

const fresh = (name: string): ProactiveRule => ({
  id: `r-${crypto.randomUUID()}`,
  name,
  enabled: true,
  message: {},
  url: null,
  seconds: 20,
  scroll: null,
  attribute: null,
});
