import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { Icon } from "../parts/Icon.tsx";
import { lateFiles } from "./late-files.ts";
import type { Tray } from "./tray.ts";

interface AttachProps {
  /** Of what is written with them. */
  draftKey: string;
  /** Where whoever sends finds the tray: `null` before anything was picked. */
  tray: { current: Tray | null };
  /** The tray has changed. */
  changed(by: undefined): void;
  /** On the button, which else has only an icon. */
  label?: string;
}

/** A way to files, picked or pasted and dropped anywhere on the panel, and those that are to go. */
export function Attach({ draftKey, tray, changed, label }: AttachProps) {
  const app = useApp();
  const { root } = app.shell;
  // A new conversation's stays when it has got its id.
  const key = useRef(draftKey).current;
  const input = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);

  const put = (next: Tray | null) => {
    tray.current = next;
    changed(undefined);
  };
  const open = (files: Iterable<File>) => {
    // The list is emptied when its event is over.
    const picked = [...files];
    let send = () => {};
    // Until the real one is here: keeps what comes, and holds what is sent.
    const standIn: Tray = {
      View: () => null,
      isFilled: () => picked.length > 0,
      add: (more) => picked.push(...more),
      holds(later) {
        send = later;
        return true;
      },
      arrived: () => [],
      take: () => [],
    };
    setFailed(false);
    put(standIn);
    lateFiles.load(root).then(
      ({ openTray }) => {
        const opened = openTray(app, key);
        if (picked.length > 0) opened.add(picked);
        put(opened);
        send();
      },
      () => {
        // What was picked is still where it was: it can be picked again.
        setFailed(true);
        put(null);
      },
    );
  };
  const add = (files: Iterable<File>) => (tray.current ? tray.current.add(files) : open(files));

  useEffect(() => {
    // What was on its way when the page was left: only its names have been kept.
    if (app.drafts.get(`${key}:files`)) open([]);
    const panel = root.querySelector(".panel");
    const handle = (event: Event) => {
      const data = (event as ClipboardEvent).clipboardData ?? (event as DragEvent).dataTransfer;
      // Words from an office program bring a picture of themselves along.
      if (!data?.types.includes("Files") || (event.type === "paste" && data.types.includes("text/plain"))) return;
      event.preventDefault();
      panel?.classList.toggle("dropping", event.type === "dragover");
      if (data.files.length > 0) add(data.files);
    };
    const listening = new AbortController();
    for (const event of ["paste", "dragover", "dragleave", "drop"])
      panel?.addEventListener(event, handle, { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return (
    <>
      {tray.current ? (
        <tray.current.View changed={changed} />
      ) : (
        failed && <p class="hint-line">{app.text.errorNetwork}</p>
      )}
      <button
        type="button"
        class={label ? "button attach" : "attach"}
        aria-label={label ? undefined : app.text.attach}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget: at }) => {
          add(at.files ?? []);
          // So that the same file can be picked again.
          at.value = "";
        }}
      />
    </>
  );
}
