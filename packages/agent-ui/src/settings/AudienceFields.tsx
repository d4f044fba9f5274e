import { identityModes } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import { Check, Field } from "../ui/Field.tsx";
import type { FieldsProps } from "./AppearanceFields.tsx";

/** Whom the channel serves. */
export function AudienceFields({ channel, wrong }: FieldsProps) {
  const words = text.settings.audience;
  return (
    <fieldset class="settings-part">
      <legend>{words.title}</legend>
      <Field label={words.domains} hint={words.domainsHint} problem={wrong("allowedDomains")}>
        {(input) => (
          <textarea
            class="input settings-lines"
            name="allowedDomains"
            rows={3}
            spellcheck={false}
            autocomplete="off"
            placeholder={"example.com\n*.example.com"}
            defaultValue={channel.allowedDomains.join("\n")}
            {...input}
          />
        )}
      </Field>
      <Field label={words.identity} problem={wrong("identityMode")}>
        {(input) => (
          <select class="select" name="identityMode" {...input}>
            {identityModes.map((mode) => (
              <option key={mode} value={mode} selected={channel.identityMode === mode}>
                {words.mode[mode]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Check name="identityHash" label={words.hash} hint={words.hashHint} checked={channel.identityHash} />
    </fieldset>
  );
}
