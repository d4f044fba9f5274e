import type { PreChatField, PreChatForm } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { text } from "../text/text.ts";
import type { FieldsProps } from "./AppearanceFields.tsx";
import { FormValue } from "./FormValue.tsx";
import { LocalWordsField } from "./LocalWordsField.tsx";
import { PreChatQuestion } from "./PreChatQuestion.tsx";
import "./pre-chat.css";
import { Check } from "../ui/Field.tsx";
import { preChatPresets, withFreeName } from "./pre-chat-presets.ts";

const most = 12;

/** What a visitor is asked before the first message of a conversation. */
export function PreChatFields({ channel, wrong }: FieldsProps) {
  const words = text.settings.preChat;
  const [form, setForm] = useState<PreChatForm | null>(channel.preChat);
  // What was asked before it was switched off is there again when it is switched on.
  const [kept, setKept] = useState<PreChatForm>(
    channel.preChat ?? { intro: null, fields: [preChatPresets.name, preChatPresets.email] },
  );
  const change = (next: PreChatForm) => {
    setForm(next);
    setKept(next);
  };
  return (
    <fieldset class="settings-part">
      <legend>{words.title}</legend>
      <FormValue name="preChat" value={form && cleaned(form)} />
      <Check
        name="asksFirst"
        label={words.asks}
        hint={words.asksHint}
        checked={form !== null}
        onChange={(asks) => setForm(asks ? kept : null)}
      />
      {form && (
        <>
          <LocalWordsField
            label={words.intro}
            words={form.intro ?? {}}
            maxLength={500}
            problem={wrong("preChat.intro")}
            onWords={(intro) => change({ ...form, intro: Object.keys(intro).length > 0 ? intro : null })}
          />
          <ol class="pre-chat">
            {form.fields.map((field, at) => (
              <PreChatQuestion
                key={at}
                field={field}
                wrong={(name) => wrong(`preChat.fields.${at}.${name}`)}
                onField={(next) => change({ ...form, fields: form.fields.with(at, next) })}
                onRemove={form.fields.length > 1 ? () => change(without(form, at)) : null}
                onUp={at > 0 ? () => change(movedUp(form, at)) : null}
              />
            ))}
          </ol>
          {wrong("preChat.fields") && (
            <p class="form-problem" role="alert">
              {words.check}
            </p>
          )}
          {form.fields.length < most && (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
            <div class="pre-chat-add" role="group" aria-label={words.add}>
              <span class="field-label">{words.add}</span>
              {Object.entries(preChatPresets)
                .filter(([, preset]) => preset.keepIn === "conversation" || !form.fields.some(isKeptIn(preset.keepIn)))
                .map(([name, preset]) => (
                  <button
                    key={name}
                    type="button"
                    class="button"
                    onClick={() => change({ ...form, fields: [...form.fields, withFreeName(preset, form.fields)] })}
                  >
                    {words.presets[name as keyof typeof preChatPresets]}
                  </button>
                ))}
            </div>
          )}
        </>
      )}
    </fieldset>
  );
}

/** Without the empty lines that are there while one types. */
const cleaned = (form: PreChatForm): PreChatForm => ({
  ...form,
  fields: form.fields.map((field) => ({ ...field, options: field.options.filter(({ value }) => value.trim() !== "") })),
});

const isKeptIn = (place: PreChatField["keepIn"]) => (field: PreChatField) => field.keepIn === place;

const without = (form: PreChatForm, at: number): PreChatForm => ({
  ...form,
  fields: form.fields.filter((_, each) => each !== at),
});

function movedUp(form: PreChatForm, at: number): PreChatForm {
  const fields = [...form.fields];
  fields.splice(at - 1, 0, ...fields.splice(at, 1));
  return { ...form, fields };
}
