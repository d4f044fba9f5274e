export { eraseQuestions } from "./erase-questions.ts";
export { answerMessage } from "./jobs.ts";
