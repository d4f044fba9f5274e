import type { Attributes as ContactAttributes } from "@deskbell/sdk/agent";
import type { ComponentChildren } from "preact";

interface AttributesProps {
  title: string;
  attributes: ContactAttributes;
  /** How far they may be trusted. */
  children: ComponentChildren;
}

export function Attributes({ title, attributes, children }: AttributesProps) {
  const entries = Object.entries(attributes);
  if (entries.length === 0) return null;
  return (
    <section class="panel-part">
      <h3 class="panel-title">
        {title}
        {children}
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
