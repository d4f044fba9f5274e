import { describe, expect, it } from "vitest";
import type { Locale } from "./locales.ts";
import { placeText } from "./place-text.ts";

const at = (position: number, expectedWaitSeconds: number | null) => ({
  position,
  expectedWaitSeconds,
  updatedAt: "2026-11-20T10:00:00.000Z",
});

describe("what a waiting contact reads", () => {
  it.each<[Locale, number, number | null, string]>([
    ["en", 1, null, "You are next in line. You can keep writing."],
    ["en", 2, 180, "You are 2nd in line, about 3 minutes. You can keep writing."],
    ["en", 23, 60, "You are 23rd in line, about 1 minute. You can keep writing."],
    ["en", 11, 7000, "You are 11th in line, about 2 hours. You can keep writing."],
    ["de", 2, 180, "Sie sind auf Platz 2 der Warteschlange, etwa 3 Minuten. Sie können ruhig weiterschreiben."],
    ["es", 3, 60, "Su puesto en la cola es el 3, alrededor de 1 minuto. Puede seguir escribiendo."],
    ["fr", 1200, null, "Vous êtes en position 1\u202f200 dans la file. Vous pouvez continuer à écrire."],
    ["ar", 2, 180, "ترتيبك في الانتظار هو 2، نحو 3 دقائق. يمكنك متابعة الكتابة."],
  ])("%s: %d, %s", (locale, position, wait, sentence) => {
    expect(placeText(locale, at(position, wait))).toBe(sentence);
  });
});
