import type { TeamTicket } from "@deskbell/sdk/agent";
import { useMe } from "../sign-in/session.ts";
import { text } from "../text/text.ts";
import { CloseIcon } from "../ui/icons.tsx";
import { updateTicket } from "./update-ticket.ts";

const most = 20;

export function TagsField({ ticket, disabled }: { ticket: TeamTicket; disabled: boolean }) {
  const { agent } = useMe();
  const { tags } = ticket;
  const save = (next: string[]) => void updateTicket(ticket, { tags: next }, agent);

  function add(field: HTMLInputElement) {
    const tag = field.value.trim();
    field.value = "";
    if (tag && !tags.includes(tag)) save([...tags, tag]);
  }

  function handleKeyDown(event: KeyboardEvent & { currentTarget: HTMLInputElement }) {
    if (event.isComposing) return;
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add(event.currentTarget);
    } else if (event.key === "Backspace" && event.currentTarget.value === "" && tags.length > 0)
      save(tags.slice(0, -1));
    else if (event.key === "Escape") event.currentTarget.blur();
  }

  return (
    <div class="tags">
      {tags.map((tag) => (
        <span key={tag} class="tag">
          {tag}
          {!disabled && (
            <button
              type="button"
              aria-label={text.tickets.page.removeTag(tag)}
              onClick={() => save(tags.filter((other) => other !== tag))}
            >
              <CloseIcon size={11} />
            </button>
          )}
        </span>
      ))}
      {!disabled && tags.length < most && (
        <input
          class="tags-input"
          aria-label={text.tickets.page.addTag}
          placeholder={text.tickets.page.addTag}
          maxLength={40}
          onKeyDown={handleKeyDown}
          onBlur={(event) => add(event.currentTarget)}
        />
      )}
    </div>
  );
}
