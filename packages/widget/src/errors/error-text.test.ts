import { DeskbellError, type DeskbellErrorCode } from "@deskbell/sdk";
import { describe, expect, test } from "vitest";
import type { Locale } from "../locales.ts";
import { text as chat } from "../text/chat/en.ts";
import { text as core } from "../text/core/en.ts";
import { errorText, waitText } from "./error-text.ts";
import { errorWords } from "./error-words.ts";

const text = { ...core, ...chat };
const refusal = (code: DeskbellErrorCode, retryAfter: number | null = null) =>
  new DeskbellError({ code, message: "", status: 429, requestId: null, fields: {} }, { retryAfter });

describe.each(Object.keys(errorWords) as Locale[])("a limit in %s", (locale) => {
  test("says how long to wait, in whole seconds", () => {
    expect(errorText(text, locale, refusal("rate_limited", 11_200))).toContain("12");
    expect(waitText(text, locale, refusal("rate_limited", 11_200))).toContain("12");
  });
  test("says it without a number where the server named none", () => {
    expect(errorText(text, locale, refusal("rate_limited"))).toBe(errorWords[locale].limit);
    expect(waitText(text, locale, refusal("rate_limited"))).toBe(text.unsent);
  });
});
