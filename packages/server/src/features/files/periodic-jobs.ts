import { definePeriodicJob } from "../../jobs/jobs.ts";
import { sweepFiles } from "./sweep-files.ts";

export const sweepFilesEveryHour = definePeriodicJob({ name: "sweep-files", cron: "17 * * * *", run: sweepFiles });
