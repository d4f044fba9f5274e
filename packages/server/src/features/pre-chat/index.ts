export { takeAnswers } from "./take-answers.ts";
