import type { ContactPresence } from "@deskbell/sdk/agent";
import { useQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { heard } from "../heard.ts";
import { queryClient } from "../query-client.ts";
import { keys } from "../query-keys.ts";

/** Whether a contact is there; asked when they are looked at, then kept up to date by what is heard. */
export function useContactPresence(contactId: string): ContactPresence | undefined {
  return useQuery({
    queryKey: keys.contactPresence(contactId),
    queryFn: ({ signal }) => client.contacts.presence(contactId, { signal }),
    staleTime: 0,
  }).data;
}

export const applyContactPresences = heard((presences: ContactPresence[]): void => {
  for (const presence of presences)
    queryClient.setQueryData<ContactPresence>(keys.contactPresence(presence.contactId), (known) => known && presence);
});
