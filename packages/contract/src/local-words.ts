/** Words by language (BCP 47, such as `de` or `pt-BR`), at least one of them. */
export type LocalWords = Record<string, string>;

/** In the first of these languages that there are words in, if need be of another region; else in English, else in any. */
export function wordsIn(words: LocalWords, ...locales: (string | null | undefined)[]): string {
  const said = Object.entries(words).filter(([, sentence]) => sentence.trim() !== "");
  for (const wish of [...locales, "en"]) {
    const [exact, language] = [wish?.toLowerCase(), languageOf(wish ?? "")];
    const found =
      said.find(([locale]) => locale.toLowerCase() === exact) ??
      said.find(([locale]) => languageOf(locale) === language);
    if (found) return found[1];
  }
  return said[0]?.[1] ?? "";
}

const languageOf = (locale: string) => locale.toLowerCase().split("-")[0];
