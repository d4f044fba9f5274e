import { identityModes } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import type { FieldsProps } from "./AppearanceFields.tsx";
import { Check, SettingsField } from "./SettingsField.tsx";

/** Whom the channel serves. */
export function AudienceFields({ channel, wrong }: FieldsProps) {
  const words = text.settings.audience;
  return (
    <fieldset class="settings-part">
      <legend>{words.title}</legend>
      <SettingsField label={words.domains} hint={words.domainsHint} problem={wrong("allowedDomains")}>
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
      </SettingsField>
      <SettingsField label={words.identity} problem={wrong("identityMode")}>
        {(input) => (
          <select class="select" name="identityMode" {...input}>
            {identityModes.map((mode) => (
              <option key={mode} value={mode} selected={channel.identityMode === mode}>
                {words.mode[mode]}
              </option>
            ))}
          </select>
        )}
      </SettingsField>
      <Check name="identityHash" label={words.hash} hint={words.hashHint} checked={channel.identityHash} />
    </fieldset>
  );
}
