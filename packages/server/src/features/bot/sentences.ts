import type { Language } from "./language.ts";

/** What the bot says in its own words; everything else is quoted or written from articles. */
interface Sentences {
  greeting: string;
  thanks: string;
  /** Nothing fits. */
  noAnswer: string;
  /** Before a quoted passage. */
  found(title: string): string;
  /** Before the titles of further articles. */
  seeAlso: string;
  /** After an answer. */
  offer: string;
}

export const sentences: Record<Language, Sentences> = {
  en: {
    greeting:
      "Hello! Ask me anything and I will look it up in the help center. If you would rather talk to a person, just say so.",
    thanks: "You're welcome! If there is anything else, just ask.",
    noAnswer:
      "I could not find an answer to that in the help center. Would you like to talk to a person? You can also try asking in other words.",
    found: (title) => `This is what I found in “${title}”:`,
    seeAlso: "See also:",
    offer: "Did that help? If not, you can talk to a person.",
  },
  de: {
    greeting:
      "Hallo! Stellen Sie mir gern eine Frage, ich schaue im Hilfecenter nach. Wenn Sie lieber mit einem Menschen sprechen möchten, sagen Sie es einfach.",
    thanks: "Gern geschehen! Wenn Sie noch etwas brauchen, fragen Sie einfach.",
    noAnswer:
      "Dazu habe ich im Hilfecenter keine Antwort gefunden. Möchten Sie mit einem Menschen sprechen? Sie können es auch mit anderen Worten versuchen.",
    found: (title) => `Das habe ich in „${title}“ gefunden:`,
    seeAlso: "Siehe auch:",
    offer: "Hat das geholfen? Wenn nicht, können Sie mit einem Menschen sprechen.",
  },
  es: {
    greeting:
      "¡Hola! Pregúntame lo que quieras y lo buscaré en el centro de ayuda. Si prefieres hablar con una persona, solo dilo.",
    thanks: "¡De nada! Si necesitas algo más, pregunta.",
    noAnswer:
      "No he encontrado una respuesta en el centro de ayuda. ¿Quieres hablar con una persona? También puedes preguntarlo con otras palabras.",
    found: (title) => `Esto es lo que encontré en «${title}»:`,
    seeAlso: "Ver también:",
    offer: "¿Te ha servido? Si no, puedes hablar con una persona.",
  },
  fr: {
    greeting:
      "Bonjour ! Posez-moi votre question et je chercherai dans le centre d’aide. Si vous préférez parler à une personne, dites-le simplement.",
    thanks: "Avec plaisir ! Si vous avez une autre question, n’hésitez pas.",
    noAnswer:
      "Je n’ai pas trouvé de réponse dans le centre d’aide. Voulez-vous parler à une personne ? Vous pouvez aussi reformuler votre question.",
    found: (title) => `Voici ce que j’ai trouvé dans « ${title} » :`,
    seeAlso: "Voir aussi :",
    offer: "Cela vous a-t-il aidé ? Sinon, vous pouvez parler à une personne.",
  },
  ar: {
    greeting: "مرحبًا! اسألني ما تشاء وسأبحث في مركز المساعدة. وإن كنت تفضّل التحدث إلى شخص فأخبرني بذلك.",
    thanks: "على الرحب والسعة! إن احتجت إلى شيء آخر فاسأل.",
    noAnswer: "لم أجد إجابة عن ذلك في مركز المساعدة. هل تريد التحدث إلى شخص؟ يمكنك أيضًا أن تسأل بكلمات أخرى.",
    found: (title) => `هذا ما وجدته في «${title}»:`,
    seeAlso: "انظر أيضًا:",
    offer: "هل أفادك ذلك؟ إن لم يفدك فيمكنك التحدث إلى شخص.",
  },
};
