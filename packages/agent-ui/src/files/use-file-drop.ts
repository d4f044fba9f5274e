import { type MutableRef, useEffect, useRef } from "preact/hooks";

/** Takes files that are pasted into the element or dropped on it; it has the class `dropping` while they hover. */
export function useFileDrop(
  target: MutableRef<HTMLElement | null>,
  isOn: boolean,
  take: (files: File[]) => void,
): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const element = target.current;
    if (!element || !isOn) return;
    const handle = (event: ClipboardEvent | DragEvent) => {
      const data = "clipboardData" in event ? event.clipboardData : event.dataTransfer;
      // Words from an office program bring a picture of themselves along.
      if (!data?.types.includes("Files") || (event.type === "paste" && data.types.includes("text/plain"))) return;
      event.preventDefault();
      element.classList.toggle("dropping", event.type === "dragover");
      if (data.files.length > 0) latest.current([...data.files]);
    };
    const events = ["paste", "dragover", "dragleave", "drop"] as const;
    for (const event of events) element.addEventListener(event, handle);
    return () => {
      for (const event of events) element.removeEventListener(event, handle);
      element.classList.remove("dropping");
    };
  }, [isOn]);
}
