import type { RefObject } from "preact";
import { text } from "../text/text.ts";
import { CloseIcon, SearchIcon } from "./icons.tsx";

interface SearchFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  inputRef?: RefObject<HTMLInputElement>;
}

export function SearchField({ label, value, onInput, inputRef }: SearchFieldProps) {
  function handleKeyDown(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    if (value) onInput("");
    else event.currentTarget.blur();
  }
  return (
    <div class="search-field">
      <SearchIcon size={16} />
      <input
        ref={inputRef}
        class="input"
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
      />
      {value ? (
        <button
          type="button"
          class="icon-button search-clear"
          aria-label={text.common.clear}
          onClick={() => onInput("")}
        >
          <CloseIcon size={14} />
        </button>
      ) : (
        <kbd class="search-key">/</kbd>
      )}
    </div>
  );
}
