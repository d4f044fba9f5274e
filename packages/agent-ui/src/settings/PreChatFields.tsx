import type { PreChatField, PreChatForm } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { Check } from "../ui/Field.tsx";
import type { FieldsProps } from "./AppearanceFields.tsx";
import { FormValue } from "./FormValue.tsx";
import { LocalWordsField } from "./LocalWordsField.tsx";
import { QuestionList, withoutBlankOptions } from "./QuestionList.tsx";
import { preChatPresets } from "./question-presets.ts";

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
      <FormValue name="preChat" value={form && { ...form, fields: withoutBlankOptions(form.fields) }} />
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
          <QuestionList
            path="preChat.fields"
            fields={form.fields}
            least={1}
            presets={offered(form.fields)}
            wrong={wrong}
            onFields={(fields) => change({ ...form, fields })}
          />
        </>
      )}
    </fieldset>
  );
}

/** Name, e-mail address and phone number are asked once each. */
const offered = (fields: PreChatField[]): Partial<Record<keyof typeof preChatPresets, PreChatField>> =>
  Object.fromEntries(
    Object.entries<PreChatField>(preChatPresets).filter(
      ([, { keepIn }]) => keepIn === "conversation" || !fields.some((field) => field.keepIn === keepIn),
    ),
  );
