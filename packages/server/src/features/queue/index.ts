export { updatePlacesJob } from "./jobs.ts";
export { presentPlace } from "./present.ts";
