import type { OpenSpan } from "@deskbell/sdk/agent";
import { text } from "../text/text.ts";
import { CloseIcon } from "../ui/icons.tsx";

interface OpenSpansProps {
  /** Whose hours they are: a weekday, a holiday. */
  of: string;
  spans: OpenSpan[];
  /** What a closed day opens with. */
  usual: OpenSpan[];
  onSpans: (spans: OpenSpan[]) => void;
}

/** What of a day is open: nothing, or one or more stretches. */
export function OpenSpans({ of, spans, usual, onSpans }: OpenSpansProps) {
  const words = text.settings.hours;
  const set = (at: number, change: Partial<OpenSpan>) =>
    onSpans(spans.map((span, each) => (each === at ? { ...span, ...change } : span)));
  const last = spans.at(-1);
  return (
    <div class="open-spans">
      <label class="settings-check">
        <input
          type="checkbox"
          checked={spans.length > 0}
          onChange={(event) => onSpans(event.currentTarget.checked ? usual : [])}
        />
        <span>
          {spans.length > 0 ? words.open : words.closed}
          <span class="visually-hidden">{of}</span>
        </span>
      </label>
      <div>
        {spans.map(({ from, to }, at) => (
          <span key={at} class="open-span">
            <input
              class="input num"
              type="time"
              required
              aria-label={words.from(of)}
              value={from}
              onInput={(event) => set(at, { from: event.currentTarget.value })}
            />
            –
            <input
              class="input num"
              type="time"
              required
              aria-label={words.to(of)}
              // A time field knows no 24:00: midnight is the day's end here.
              value={to === "24:00" ? "00:00" : to}
              onInput={(event) =>
                set(at, { to: event.currentTarget.value === "00:00" ? "24:00" : event.currentTarget.value })
              }
            />
            {spans.length > 1 && (
              <button
                type="button"
                class="icon-button"
                aria-label={words.removeSpan(of)}
                title={words.removeSpan(of)}
                onClick={() => onSpans(spans.filter((_, each) => each !== at))}
              >
                <CloseIcon size={14} />
              </button>
            )}
          </span>
        ))}
      </div>
      {last && spans.length < 6 && last.to < "23:00" && (
        <button
          type="button"
          class="button button-quiet"
          aria-label={words.addSpan(of)}
          title={words.addSpan(of)}
          onClick={() => onSpans([...spans, { from: last.to, to: "24:00" }])}
        >
          +
        </button>
      )}
    </div>
  );
}
