import { DeskbellError, type DeskbellErrorCode } from "@deskbell/sdk";
import { describe, expect, test } from "vitest";
import { errorText, unsentText } from "./error-text.ts";
import { text as ar } from "./text/chat/ar.ts";
import { text as de } from "./text/chat/de.ts";
import { text as en } from "./text/chat/en.ts";
import { text as es } from "./text/chat/es.ts";
import { text as fr } from "./text/chat/fr.ts";
import { text as core } from "./text/core/en.ts";

const refusal = (code: DeskbellErrorCode, retryAfter: number | null = null) =>
  new DeskbellError({ code, message: "", status: 429, requestId: null, fields: {} }, { retryAfter });

describe.each(Object.entries({ en, de, es, fr, ar }))("a limit in %s", (_, words) => {
  const text = { ...core, ...words };
  test("says how long to wait, in whole seconds", () => {
    expect(errorText(text, refusal("rate_limited", 11_200))).toContain("12");
    expect(unsentText(text, refusal("rate_limited", 11_200))).toContain("12");
  });
  test("says it without a number where the server named none", () => {
    expect(errorText(text, refusal("rate_limited"))).toBe(text.errorLimit);
    expect(unsentText(text, refusal("rate_limited"))).toBe(text.unsent);
  });
  test("is not what an outage looks like", () => {
    expect(unsentText(text, refusal("network"))).toBe(text.unsent);
    expect(unsentText(text, null)).toBe(text.unsent);
  });
});
