import { useEffect, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { Avatar } from "../parts/Avatar.tsx";
import { Icon } from "../parts/Icon.tsx";

export interface PreviewProps {
  /** What a screen reader calls it. */
  label: string;
  name: string;
  avatarUrl: string | null;
  bot: boolean;
  body: string;
  /** Shows what it is about, in the panel that is then opened. */
  onOpen(): void;
  onDismiss(): void;
}

/** The first words of a message, beside the launcher. */
export function Preview({ label, name, avatarUrl, bot, body, onOpen, onDismiss }: PreviewProps) {
  const { text, shell, locale } = useApp();
  // Screen readers say what changes: so it is empty at first.
  const [said, setSaid] = useState("");
  useEffect(() => setSaid(`${name}: ${body}`), [name, body]);
  const open = () => {
    onOpen();
    // The launcher opens the panel, seen or not.
    shell.root.querySelector<HTMLElement>(".launcher")?.click();
  };
  const launcherHides = shell.settings.hideLauncher ? " alone" : "";
  return (
    <section class={`notice${launcherHides}`} aria-label={label} lang={locale} dir={locale === "ar" ? "rtl" : "ltr"}>
      <button type="button" class="notice-words" onClick={open}>
        <Avatar name={name} url={avatarUrl} bot={bot} />
        <span>
          <b>
            <bdi>{name}</bdi>
          </b>
          <span dir="auto">{body}</span>
        </span>
      </button>
      <p class="notice-said" role="status">
        {said}
      </p>
      <button type="button" class="notice-close" aria-label={text.close} onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </section>
  );
}
