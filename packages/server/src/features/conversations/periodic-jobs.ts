import { definePeriodicJob } from "../../jobs/jobs.ts";
import { tendIdle } from "./tend-idle.ts";

export const tendIdleEveryMinute = definePeriodicJob({ name: "tend-idle", cron: "* * * * *", run: tendIdle });
