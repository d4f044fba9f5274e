import { describe, expect, it } from "vitest";
import { transcriptWords } from "../packages/server/src/features/transcripts/transcript-words.ts";
import { durationOf } from "../packages/widget/src/dates.ts";
import { extrasWords } from "../packages/widget/src/extras/extras-words.ts";
import { text as ar } from "../packages/widget/src/text/chat/ar.ts";
import { text as de } from "../packages/widget/src/text/chat/de.ts";
import { text as en } from "../packages/widget/src/text/chat/en.ts";
import { text as es } from "../packages/widget/src/text/chat/es.ts";
import { text as fr } from "../packages/widget/src/text/chat/fr.ts";

/** Functions as what they say of some numbers: as counts of minutes, an hour and a day among them. */
const said = (words: object) =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === "function" ? [5, 60, 1440].map((number) => value(number, "x")) : value,
    ]),
  );

describe.each(Object.entries({ en, de, es, fr, ar }))("a conversation by e-mail, in %s", (locale, widget) => {
  it("says what happened as the widget says it", () => {
    const { title, why, earlier, ...shared } = transcriptWords[locale as "en"];
    const { attached } = extrasWords[locale as "en"];
    const activityIdle = (minutes: number) => widget.activityIdle(durationOf(locale as "en", minutes));
    expect(said({ ...widget, attached, activityIdle })).toMatchObject(said(shared));
    expect([title("Shop"), why("Shop")].every((words) => words.includes("Shop"))).toBe(true);
    expect(earlier).not.toBe("");
  });
});
