import { z } from "zod";
import { defineJob } from "../../jobs/jobs.ts";
import { updatePlaces } from "./update-places.ts";

/** After every move into or out of a queue. */
export const updatePlacesJob = defineJob({
  name: "update-places",
  input: z.strictObject({}),
  attempts: 5,
  gathers: true,
  run: (ctx) => updatePlaces(ctx),
});
