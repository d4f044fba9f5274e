export { eraseQuestions } from "./erase-questions.ts";
export { answerMessage } from "./jobs.ts";
export { guessLanguage, type Language, languages } from "./language.ts";
