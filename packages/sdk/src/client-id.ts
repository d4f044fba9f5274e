/** A new id for something this side creates: repeating the request with it is answered with the first result. */
export function createClientId(): string {
  // Absent on pages without https.
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The body of a create, where the SDK mints the `clientId` when the caller has none. */
export type WithoutClientId<T extends { clientId: string }> = Omit<T, "clientId"> & { clientId?: string };

export const withClientId = <T extends { clientId?: string }>(body: T): T & { clientId: string } => ({
  ...body,
  clientId: body.clientId ?? createClientId(),
});
