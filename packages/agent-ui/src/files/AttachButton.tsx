import { useRef } from "preact/hooks";
import { text } from "../text/text.ts";
import { ClipIcon } from "../ui/icons.tsx";

export function AttachButton({ onPick }: { onPick: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={text.files.attach}
        title={text.files.attach}
        onClick={() => input.current?.click()}
      >
        <ClipIcon size={17} />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget: at }) => {
          onPick([...(at.files ?? [])]);
          // So that the same file can be picked again.
          at.value = "";
        }}
      />
    </>
  );
}
