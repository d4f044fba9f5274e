import { assignments } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import { Field } from "../ui/Field.tsx";
import type { FieldsProps } from "./AppearanceFields.tsx";

/** How what waits finds its agent. */
export function AssignmentFields({ channel, wrong }: FieldsProps) {
  const words = text.settings.assignment;
  return (
    <fieldset class="settings-part">
      <legend>{words.title}</legend>
      <Field label={words.label} hint={words.hint} problem={wrong("assignment")}>
        {(input) => (
          <select class="select" name="assignment" {...input}>
            {assignments.map((each) => (
              <option key={each} value={each} selected={channel.assignment === each}>
                {words.how[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </fieldset>
  );
}
