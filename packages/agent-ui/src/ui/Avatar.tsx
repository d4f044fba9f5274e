import { BotIcon, PersonIcon } from "./icons.tsx";
import "./avatar.css";

interface AvatarProps {
  /** `null` for somebody without a name. */
  name: string | null;
  /** Gives the same colour to the same person everywhere. */
  seed: string;
  url?: string | null;
  kind?: "person" | "bot";
  size?: number;
}

const hues = [255, 290, 330, 20, 50, 90, 150, 185, 220];

export function Avatar({ name, seed, url = null, kind = "person", size = 28 }: AvatarProps) {
  const style = { "--size": `${size}px`, "--hue": String(hueOf(seed)) };
  if (kind === "bot")
    return (
      <span class="avatar avatar-bot" style={style} aria-hidden="true">
        <BotIcon size={size * 0.62} />
      </span>
    );
  if (url) return <img class="avatar" style={style} src={url} alt="" />;
  return (
    // Letters are a picture here: drawn by the style sheet, they are no words that a label would have to repeat.
    <span
      class={name ? "avatar" : "avatar avatar-nameless"}
      style={style}
      data-initials={name ? initials(name) : undefined}
      aria-hidden="true"
    >
      {!name && <PersonIcon size={size * 0.6} />}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

function hueOf(seed: string): number {
  let sum = 0;
  for (const char of seed) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973;
  return hues[sum % hues.length] ?? 255;
}
