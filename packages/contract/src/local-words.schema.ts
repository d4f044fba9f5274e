import { z } from "zod";
import { exactly } from "./exactly.ts";
import type { LocalWords } from "./local-words.ts";

const language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i, "A language, such as de or pt-BR.");

/** At most 20 languages, each with at most `max` characters. */
export const localWordsSchema = (max: number) =>
  exactly<LocalWords>()(
    z
      .record(language, z.string().max(max))
      .refine((words) => Object.values(words).some((said) => said.trim() !== ""), "Say it in at least one language.")
      .refine((words) => Object.keys(words).length <= 20, "At most 20 languages."),
  );
