/** The languages that the bot has sentences of its own in. */
export const languages = ["en", "de", "es", "fr", "ar"] as const;
export type Language = (typeof languages)[number];

const telling: Record<Exclude<Language, "ar">, ReadonlySet<string>> = {
  en: words("the how do does what can is are my where why when which please i you your it of and to not with for"),
  de: words(
    "der die das ich wie kann ein eine einen nicht und ist mein meine wo warum was mit für auf zu den bitte danke hallo",
  ),
  es: words("el la los las cómo como qué puedo mi un una es por para dónde donde no y en de con gracias hola quiero"),
  fr: words(
    "le la les je comment puis est mon ma mes un une où pourquoi quoi pour des dans pas et avec bonjour merci salut à",
  ),
};

/** In which language to say a fixed sentence: what the text looks like, else the channel's or reader's, else English. */
export function guessLanguage(text: string, locale: string | null): Language {
  if (/\p{Script=Arabic}{2,}/u.test(text)) return "ar";
  const found = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const scores = Object.entries(telling).map(([language, known]) => ({
    language: language as Language, // the keys of `telling`
    score: [...found].filter((word) => known.has(word)).length,
  }));
  scores.sort((a, b) => b.score - a.score);
  const [best, second] = scores;
  if (best && best.score > (second?.score ?? 0)) return best.language;
  const channel = locale?.slice(0, 2).toLowerCase();
  return languages.find((language) => language === channel) ?? "en";
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
