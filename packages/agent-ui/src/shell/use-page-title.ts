import { useEffect } from "preact/hooks";
import { text } from "../text/text.ts";

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${text.product}`;
  }, [title]);
}
