import { type CustomField, wordsIn } from "@deskbell/sdk/agent";
import { locale, text } from "../text/text.ts";

/** An answer as it is read. */
export const answerWords = ({ value, valueLabel }: CustomField): string =>
  value === true ? text.tickets.form.yes : valueLabel ? wordsIn(valueLabel, locale) : String(value);
