/** The widget's own languages, by their own names. */
export const widgetLocales: Record<string, string> = {
  ar: "العربية",
  de: "Deutsch",
  en: "English",
  es: "Español",
  fr: "Français",
};
