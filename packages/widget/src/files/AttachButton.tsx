import { useRef } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { Icon } from "../parts/Icon.tsx";

export function AttachButton({ add, label }: { add(files: Iterable<File>): void; label?: string }) {
  const { text } = useApp();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={label ? "button attach" : "attach"}
        aria-label={label ? undefined : text.attach}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget: at }) => {
          add(at.files ?? []);
          // So that the same file can be picked again.
          at.value = "";
        }}
      />
    </>
  );
}
