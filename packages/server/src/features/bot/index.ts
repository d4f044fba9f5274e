export { answerMessage } from "./jobs.ts";
