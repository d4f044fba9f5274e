import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { routes } from "../routes.ts";
import { announcement } from "../ui/announcement.ts";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { Navigation } from "./Navigation.tsx";
import { ShortcutsDialog } from "./ShortcutsDialog.tsx";
import "./shell.css";

const chordMs = 1200;

export function Shell({ children }: { children: ComponentChildren }) {
  const [, navigate] = useLocation();
  const [helpOpen, setHelpOpen] = useState(false);
  const chordUntil = useRef(0);
  const inChord = (path: string) => () => {
    if (performance.now() < chordUntil.current) navigate(path);
    chordUntil.current = 0;
  };
  useShortcuts({
    "?": () => setHelpOpen(true),
    g: () => {
      chordUntil.current = performance.now() + chordMs;
    },
    i: inChord(routes.inbox()),
    t: inChord(routes.tickets()),
    a: inChord(routes.articles()),
  });
  return (
    <div class="shell">
      <Navigation onShortcuts={() => setHelpOpen(true)} />
      <main class="shell-main">{children}</main>
      <div class="visually-hidden" aria-live="polite">
        {announcement.value}
      </div>
      {helpOpen && <ShortcutsDialog onClose={() => setHelpOpen(false)} />}
    </div>
  );
}
