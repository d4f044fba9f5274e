import type { LocalFormField } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { text } from "../text/text.ts";
import type { FieldsProps } from "./AppearanceFields.tsx";
import { FormValue } from "./FormValue.tsx";
import { QuestionList, withoutBlankOptions } from "./QuestionList.tsx";
import { questionPresets } from "./question-presets.ts";

/** What a ticket form asks beside subject and message. */
export function TicketFormFields({ channel, wrong }: FieldsProps) {
  const words = text.settings.ticketForm;
  const [fields, setFields] = useState<LocalFormField[]>(channel.ticketFields);
  return (
    <fieldset class="settings-part">
      <legend>{words.title}</legend>
      <FormValue name="ticketFields" value={withoutBlankOptions(fields)} />
      <p class="panel-quiet">{words.explain[channel.kind]}</p>
      <QuestionList
        path="ticketFields"
        fields={fields}
        least={0}
        presets={questionPresets}
        wrong={wrong}
        onFields={setFields}
      />
    </fieldset>
  );
}
