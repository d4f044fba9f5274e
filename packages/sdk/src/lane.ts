import { createClientId } from "./client-id.ts";

/** Where unsent words wait in their order: a conversation's id or, for one that does not exist yet, `new:` and its clientId. */
export const createNewLane = (): string => `new:${createClientId()}`;
export const isNewLane = (lane: string): boolean => lane.startsWith("new:");
/** The conversation's clientId. */
export const newLaneClientId = (lane: string): string => lane.slice("new:".length);
