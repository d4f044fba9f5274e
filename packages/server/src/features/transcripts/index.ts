export { sendTranscriptJob } from "./jobs.ts";
