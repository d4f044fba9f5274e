export { blocksOf, isBlocked, storableAddress } from "./queries.ts";
