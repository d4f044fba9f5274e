/** The languages the widget speaks, each with the few words that are needed before the panel is loaded. */
export const launcherText = {
  en: "Open chat",
  de: "Chat öffnen",
  es: "Abrir chat",
  fr: "Ouvrir le chat",
  ar: "فتح المحادثة",
};

export type Locale = keyof typeof launcherText;

/** The first wish that is spoken here, whatever its region; else English. */
export function chooseLocale(...wishes: (string | null | undefined)[]): Locale {
  const languages = wishes.map((wish) => wish?.toLowerCase().split("-")[0] as Locale);
  return languages.find((language) => launcherText[language]) ?? "en";
}
