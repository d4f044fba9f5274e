import { definePeriodicJob } from "../../jobs/jobs.ts";
import { refreshPlaces } from "./refresh-places.ts";

export const refreshPlacesEveryMinute = definePeriodicJob({
  name: "refresh-places",
  cron: "* * * * *",
  run: refreshPlaces,
});
