export { blocksOf, isBlocked } from "./queries.ts";
