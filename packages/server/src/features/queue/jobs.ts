import { z } from "zod";
import { defineJob, patiently } from "../../jobs/jobs.ts";
import { updatePlaces } from "./update-places.ts";

/** After every move into or out of a queue. */
export const updatePlacesJob = defineJob({
  name: "update-places",
  input: z.strictObject({}),
  ...patiently,
  gathers: true,
  run: (ctx) => updatePlaces(ctx),
});
