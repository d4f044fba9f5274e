import type { ComponentChildren } from "preact";
import { usePanel } from "../app-context.ts";
import { isSection } from "../route.ts";
import { Icon } from "./Icon.tsx";

interface HeaderProps {
  title: string;
  subtitle?: string;
  avatar?: ComponentChildren;
  /** Buttons before the one that closes. */
  children?: ComponentChildren;
}

export function Header({ title, subtitle, avatar, children }: HeaderProps) {
  const { text, stack, back, shell } = usePanel();
  const deep = !isSection(stack.at(-1)?.name ?? "home");
  return (
    <header class="header">
      {deep && (
        <button type="button" class="icon-button" aria-label={text.back} onClick={back}>
          <Icon name="back" />
        </button>
      )}
      {avatar}
      <div class="title">
        <h2>{title}</h2>
        {subtitle && <p>{subtitle}</p>}
      </div>
      {children}
      <button type="button" class="icon-button" aria-label={text.close} onClick={shell.close}>
        <Icon name="close" />
      </button>
    </header>
  );
}
