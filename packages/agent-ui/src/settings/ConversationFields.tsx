import { afterCloses } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { Check, Field } from "../ui/Field.tsx";
import type { FieldsProps } from "./AppearanceFields.tsx";
import { Unit } from "./Unit.tsx";

const usual = { warnAfterMinutes: 30, closeAfterMinutes: 30, makeTicket: false };

/** How many conversations, and what becomes of them. */
export function ConversationFields({ channel, wrong }: FieldsProps) {
  const words = text.settings.conversations;
  const [tended, setTended] = useState(channel.idle !== null);
  const idle = channel.idle ?? usual;
  const minutes = (name: "warnAfterMinutes" | "closeAfterMinutes") => (
    <Field label={words[name]} problem={wrong(`idle.${name}`)}>
      {(input) => (
        <Unit words={words.minutes}>
          <input
            class="input num"
            type="number"
            name={name}
            min={1}
            max={43_200}
            required
            defaultValue={String(idle[name])}
            {...input}
          />
        </Unit>
      )}
    </Field>
  );
  return (
    <fieldset class="settings-part">
      <legend>{words.title}</legend>
      <Check name="several" label={words.several} hint={words.severalHint} checked={channel.conversations.several} />
      <Field label={words.afterClose} problem={wrong("conversations.afterClose")}>
        {(input) => (
          <select class="select" name="afterClose" {...input}>
            {afterCloses.map((each) => (
              <option key={each} value={each} selected={channel.conversations.afterClose === each}>
                {words.after[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Check name="idle" label={words.idle} hint={words.idleHint} checked={tended} onChange={setTended} />
      {tended && (
        <div class="settings-indent">
          <div class="settings-two">
            {minutes("warnAfterMinutes")}
            {minutes("closeAfterMinutes")}
          </div>
          <Check name="makeTicket" label={words.makeTicket} checked={idle.makeTicket} />
        </div>
      )}
    </fieldset>
  );
}
