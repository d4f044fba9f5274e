import { expect, it } from "vitest";
import { guessLanguage } from "./language.ts";
import { smallTalk } from "./small-talk.ts";

it.each([
  ["How do I change my plan?", null, "en"],
  ["Wie kann ich mein Passwort ändern?", "en", "de"],
  ["¿Cómo puedo cambiar mi contraseña?", null, "es"],
  ["Comment puis-je changer mon mot de passe ?", null, "fr"],
  ["كيف أغيّر كلمة المرور؟", "en", "ar"],
  ["Deskbell?", "de-AT", "de"],
  ["Deskbell?", "pt-BR", "en"],
  ["", null, "en"],
])("%s (%s) is %s", (text, locale, language) => expect(guessLanguage(text, locale)).toBe(language));

it.each([
  ["Hi there!", "greeting"],
  ["¡Hola!", "greeting"],
  ["Guten Morgen", "greeting"],
  ["ok thanks a lot 🙂", "thanks"],
  ["Merci beaucoup.", "thanks"],
  ["Hi, how do I change my plan?", null],
  ["thanks to whom?", null],
  ["hit", null],
  ["", null],
])("%s is %s", (text, talk) => expect(smallTalk(text)).toBe(talk));
