import { CloseIcon } from "./icons.tsx";
import "./tags.css";

const most = 20;

interface TagsFieldProps {
  tags: readonly string[];
  /** What the field and its buttons are called. */
  words: { add: string; remove: (tag: string) => string };
  disabled: boolean;
  maxLength: number;
  onChange: (change: { add: string } | { remove: string }) => void;
}

/** Short words as chips, with a field for another: Enter or a comma adds, Backspace takes the last away. */
export function TagsField({ tags, words, disabled, maxLength, onChange }: TagsFieldProps) {
  function add(field: HTMLInputElement) {
    const tag = field.value.trim();
    field.value = "";
    if (tag && !tags.includes(tag)) onChange({ add: tag });
  }

  function handleKeyDown(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    if (event.isComposing) return;
    const last = tags.at(-1);
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add(event.currentTarget);
    } else if (event.key === "Backspace" && event.currentTarget.value === "" && last) onChange({ remove: last });
    else if (event.key === "Escape") event.currentTarget.blur();
  }

  return (
    <div class="tags">
      {tags.map((tag) => (
        <span key={tag} class="tag">
          {tag}
          {!disabled && (
            <button type="button" aria-label={words.remove(tag)} onClick={() => onChange({ remove: tag })}>
              <CloseIcon size={11} />
            </button>
          )}
        </span>
      ))}
      {!disabled && tags.length < most && (
        <input
          class="tags-input"
          aria-label={words.add}
          placeholder={words.add}
          maxLength={maxLength}
          onKeyDown={handleKeyDown}
          onBlur={(event) => add(event.currentTarget)}
        />
      )}
    </div>
  );
}
