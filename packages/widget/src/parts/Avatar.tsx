import { useState } from "preact/hooks";
import { Icon } from "./Icon.tsx";

/** A face, initials, or the bot's sign. Decoration: the name always stands beside it. */
export function Avatar({ name, url = null, bot = false }: { name: string | null; url?: string | null; bot?: boolean }) {
  const [broken, setBroken] = useState(false);
  return (
    <span class={bot ? "avatar bot" : "avatar"} aria-hidden="true">
      {bot ? (
        <Icon name="spark" />
      ) : url && !broken ? (
        <img src={url} alt="" onError={() => setBroken(true)} />
      ) : (
        initials(name)
      )}
    </span>
  );
}

const initials = (name: string | null) =>
  (name ?? "")
    .split(/\s+/, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase() || <Icon name="person" />;
