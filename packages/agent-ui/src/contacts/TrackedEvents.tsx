import { useQuery } from "@tanstack/preact-query";
import { client } from "../client.ts";
import { keys } from "../query-keys.ts";
import { text } from "../text/text.ts";
import { Ago } from "../ui/Ago.tsx";

/** What the contact did on the website last. Nothing is shown of a website that tells nothing. */
export function TrackedEvents({ contactId }: { contactId: string }) {
  const events = useQuery({
    queryKey: keys.contactEvents(contactId),
    queryFn: async ({ signal }) => (await client.contacts.events(contactId, { limit: 10 }, { signal })).data,
  });
  if (!events.data?.length) return null;
  return (
    <section class="panel-part">
      <h3 class="panel-title">{text.contact.events}</h3>
      <ul>
        {events.data.map(({ id, name, attributes, url, createdAt }) => (
          <li key={id} class="history-row" title={url ?? undefined}>
            <span class="truncate history-what">
              {name}
              <span class="panel-quiet">{Object.entries(attributes).map(([key, value]) => ` · ${key}: ${value}`)}</span>
            </span>
            <span class="panel-quiet">
              <Ago time={createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
