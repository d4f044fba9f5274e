import { useEffect, useRef } from "preact/hooks";

/** Carries what fields with a state of their own hold into the form around them, as JSON, and tells the form of changes. */
export function FormValue({ name, value }: { name: string; value: unknown }) {
  const input = useRef<HTMLInputElement>(null);
  const json = JSON.stringify(value);
  const told = useRef(json);
  useEffect(() => {
    if (told.current === json) return;
    told.current = json;
    input.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [json]);
  return <input ref={input} type="hidden" name={name} value={json} />;
}
