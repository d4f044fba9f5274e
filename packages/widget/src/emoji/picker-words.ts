import type { Locale } from "../locales.ts";

interface PickerWords {
  faces: string;
  hands: string;
  things: string;
  signs: string;
}

/** What the groups are called. The emoji themselves are named by whoever reads them out. */
export const pickerWords: Record<Locale, PickerWords> = {
  en: { faces: "Faces", hands: "Hands and hearts", things: "Things", signs: "Signs" },
  de: { faces: "Gesichter", hands: "Hände und Herzen", things: "Dinge", signs: "Zeichen" },
  es: { faces: "Caras", hands: "Manos y corazones", things: "Cosas", signs: "Signos" },
  fr: { faces: "Visages", hands: "Mains et cœurs", things: "Objets", signs: "Signes" },
  ar: { faces: "وجوه", hands: "أيدٍ وقلوب", things: "أشياء", signs: "علامات" },
};
