import type { Locale } from "../locales.ts";

const en = {
  search: "Search for help",
  clearSearch: "Clear the search",
  noHits: (words: string) => `Nothing found for “${words}”`,
  noHitsHint: "Try other words, or ask us directly.",
  noArticles: "There are no articles yet.",
  suggestions: "Perhaps this answers it",
};

/** About finding articles. */
export const searchWords: Record<Locale, typeof en> = {
  en,
  de: {
    search: "Hilfe durchsuchen",
    clearSearch: "Suche leeren",
    noHits: (words) => `Nichts gefunden zu „${words}“`,
    noHitsHint: "Versuchen Sie es mit anderen Worten oder fragen Sie uns direkt.",
    noArticles: "Es gibt noch keine Artikel.",
    suggestions: "Vielleicht hilft das schon",
  },
  es: {
    search: "Buscar ayuda",
    clearSearch: "Borrar la búsqueda",
    noHits: (words) => `No hay resultados para «${words}»`,
    noHitsHint: "Pruebe con otras palabras o pregúntenos directamente.",
    noArticles: "Todavía no hay artículos.",
    suggestions: "Quizá esto lo resuelva",
  },
  fr: {
    search: "Rechercher de l’aide",
    clearSearch: "Effacer la recherche",
    noHits: (words) => `Aucun résultat pour « ${words} »`,
    noHitsHint: "Essayez d’autres mots ou posez-nous la question.",
    noArticles: "Il n’y a pas encore d’articles.",
    suggestions: "Cela répond peut-être à votre question",
  },
  ar: {
    search: "ابحث عن مساعدة",
    clearSearch: "مسح البحث",
    noHits: (words) => `لا نتائج عن «${words}»`,
    noHitsHint: "جرّب كلمات أخرى، أو اسألنا مباشرة.",
    noArticles: "لا توجد مقالات بعد.",
    suggestions: "قد تجد الإجابة هنا",
  },
};
