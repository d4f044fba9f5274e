const configurations: Record<string, string> = {
  ar: "arabic",
  da: "danish",
  de: "german",
  en: "english",
  es: "spanish",
  fi: "finnish",
  fr: "french",
  hu: "hungarian",
  it: "italian",
  nb: "norwegian",
  nl: "dutch",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sv: "swedish",
  tr: "turkish",
};

/** How PostgreSQL stems this language: its text search configuration. */
export const configurationOf = (locale: string): string => configurations[languageOf(locale)] ?? "simple";

export const languageOf = (locale: string): string => locale.split("-", 1)[0]?.toLowerCase() ?? "";

const filler = new Set(
  (
    "able about also any anybody anyone can cannot cant could couldn did do does doesn don dont ever find get gets getting give go going got " +
    "hello help hey hi how i'd i'll i'm i've id im is isn it's ive just know let like likes lets look looking make makes maybe me my need needs needed " +
    "ok okay one ones please possible possibly question really say see should show so some somebody someone something somehow sorry tell " +
    "thank thanks that there thing things try trying understand us use used using via want wanted wants way ways we what what's when where which " +
    "while who whom why will wish won won't would yes you your yours " +
    "bitte danke hallo hilfe möchte kann könnte wie was wo warum welche gibt geht brauche will " +
    "hola gracias favor quiero puedo puede cómo como qué dónde cuál necesito ayuda hay " +
    "bonjour merci svp veux peux puis comment quoi où quel quelle besoin aide est-ce"
  ).split(" "),
);

export interface SearchWords {
  all: string;
  /** Those that say what it is about. */
  telling: string;
}

/** The words of a question, each once. */
export function searchWords(question: string): SearchWords {
  const found = question.toLowerCase().match(/\p{N}+(?:\.\p{N}+)+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
  const words = [...new Set(found.map((word) => word.replace(/’/g, "'").replace(/'s$/, "")))].slice(0, maxWords);
  return { all: words.join(" "), telling: words.filter((word) => !filler.has(word)).join(" ") };
}

// A pasted page would otherwise look for everything.
const maxWords = 40;
