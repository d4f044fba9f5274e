import type { Attributes as ContactAttributes } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";

export function Attributes({ attributes }: { attributes: ContactAttributes }) {
  const entries = Object.entries(attributes);
  if (entries.length === 0) return null;
  return (
    <section class="panel-part">
      <h3 class="panel-title">
        {text.contact.attributes}
        <small class="unverified" title={text.contact.unverifiedHint}>
          {text.contact.unverified}
        </small>
      </h3>
      <dl class="facts">
        {entries.map(([key, value]) => (
          <div key={key}>
            <dt class="truncate" title={key}>
              {key}
            </dt>
            <dd class="truncate" title={String(value)}>
              {String(value)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
