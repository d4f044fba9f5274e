import type { Attachment } from "@deskbell/sdk";
import type { ComponentChild, RefObject } from "preact";
import { useEffect, useReducer, useRef } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { lateFiles } from "./late-files.ts";
import type { Tray } from "./tray.ts";

/** The tray as a composer uses it, from before there is one. */
export interface Attach extends Pick<Tray, "isFilled" | "add" | "holds" | "arrived" | "take"> {
  view: ComponentChild;
}

/**
 * The tray of what is written under `key` (at first: a new conversation's stays when it has got its id), filled by picking, and by pasting and dropping anywhere on the panel around `inside`.
 * `null` where the channel takes no files.
 */
export function useTray(draftKey: string, inside: RefObject<HTMLElement>): Attach | null {
  const app = useApp();
  const key = useRef(draftKey).current;
  const { root, settings } = app.shell;
  const takesFiles = settings.files.kinds.length > 0;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const state = useRef<{ tray: Tray | null; opening: number; failed: boolean }>({
    tray: null,
    opening: 0,
    failed: false,
  }).current;
  const { tray } = state;

  async function open(then?: (tray: Tray) => void): Promise<void> {
    state.opening += 1;
    state.failed = false;
    try {
      state.tray = (await lateFiles.load(root)).openTray(app, key);
    } catch {
      // What was picked is still where it was: it can be picked again.
      state.failed = true;
    }
    state.opening -= 1;
    if (state.tray) then?.(state.tray);
    redraw(undefined);
  }

  const attach: Attach = {
    view: tray ? <tray.View /> : state.failed && <p class="hint-line">{app.text.errorNetwork}</p>,
    isFilled: () => state.opening > 0 || Boolean(state.tray?.isFilled()),
    add(files) {
      // The list is emptied when its event is over.
      const kept = [...files];
      void open((opened) => opened.add(kept));
    },
    holds(send) {
      if (state.opening === 0) return Boolean(state.tray?.holds(send));
      void open(() => send());
      return true;
    },
    arrived: (): Attachment[] => state.tray?.arrived() ?? [],
    take: (): Attachment[] => state.tray?.take() ?? [],
  };
  const latest = useRef(attach);
  latest.current = attach;

  useEffect(() => tray?.subscribe(() => redraw(undefined)), [tray]);
  useEffect(() => {
    // What was on its way when the page was left: only its names have been kept.
    if (takesFiles && app.drafts.get(`${key}:files`)) void open();
  }, [key, takesFiles]);
  useEffect(() => {
    const panel = inside.current?.closest<HTMLElement>(".panel");
    if (!panel || !takesFiles) return;
    const handle = (event: Event) => {
      const data = (event as ClipboardEvent).clipboardData ?? (event as DragEvent).dataTransfer;
      // Words from an office program bring a picture of themselves along.
      if (!data?.types.includes("Files") || (event.type === "paste" && data.types.includes("text/plain"))) return;
      event.preventDefault();
      panel.classList.toggle("dropping", event.type === "dragover");
      if (data.files.length > 0) latest.current.add(data.files);
    };
    const events = ["paste", "dragover", "dragleave", "drop"];
    for (const event of events) panel.addEventListener(event, handle);
    return () => {
      for (const event of events) panel.removeEventListener(event, handle);
    };
  }, [inside, takesFiles]);

  return takesFiles ? attach : null;
}
