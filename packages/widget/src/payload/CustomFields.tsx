import { type CustomField, wordsIn } from "@deskbell/sdk";
import { useApp } from "../app-context.ts";
import { FormAnswers } from "./FormAnswers.tsx";

/** What the ticket form was answered, with the words that were asked. */
export function CustomFields({ fields }: { fields: CustomField[] }) {
  const { locale } = useApp();
  return (
    <FormAnswers
      answers={fields.map(({ name, label, value, valueLabel }) => ({
        name,
        label: wordsIn(label, locale),
        value: valueLabel ? wordsIn(valueLabel, locale) : value,
      }))}
    />
  );
}
