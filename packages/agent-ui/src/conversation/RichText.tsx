import { parseMarkdown, renderRichText } from "@deskbell/sdk/agent";
import { h, type VNode } from "preact";
import { useMemo } from "preact/hooks";
import "../ui/rich.css";

/** A message's body: the Markdown subset, as elements. */
export function RichText({ markdown }: { markdown: string }) {
  return <>{useMemo(() => renderRichText<VNode>(parseMarkdown(markdown), h), [markdown])}</>;
}
