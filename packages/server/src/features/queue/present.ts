import type { QueuePlace } from "@deskbell/contract";
import type { queuePlaces } from "./tables.ts";

type PlaceRow = Pick<typeof queuePlaces.$inferSelect, "position" | "expectedWaitSeconds" | "updatedAt">;

export const presentPlace = ({ position, expectedWaitSeconds, updatedAt }: PlaceRow): QueuePlace => ({
  position,
  expectedWaitSeconds,
  updatedAt: updatedAt.toISOString(),
});
