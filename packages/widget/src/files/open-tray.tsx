import { createUploads, drawPicture, isHeldUp, mayRetry, type Upload, type Uploads } from "@deskbell/sdk";
import { type LiveChat, toDeskbell } from "@deskbell/sdk/chat";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type AppContext, useApp } from "../app-context.ts";
import { ErrorText } from "../errors/ErrorText.tsx";
import { Icon } from "../parts/Icon.tsx";
import { useObservable } from "../use-observable.ts";
import { fileWords } from "./file-words.ts";
import { sizeOf } from "./size-of.ts";
import type { Tray } from "./tray.ts";

const open = new WeakMap<LiveChat, Map<string, Tray>>();

/** The tray under this key: files go on arriving while another screen is shown. */
export function openTray(app: AppContext, key: string): Tray {
  const trays = open.get(app.client) ?? new Map<string, Tray>();
  open.set(app.client, trays);
  const tray = trays.get(key) ?? createTray(app, key);
  trays.set(key, tray);
  return tray;
}

function createTray({ client, shell, drafts }: AppContext, key: string): Tray {
  const uploads = createUploads({ files: toDeskbell(client).files, maxBytes: shell.settings.files.maxBytes });
  const namesKey = `${key}:files`;
  // Words outlive a reload, files cannot: their names say which to pick again.
  let lost = readNames(drafts.get(namesKey));
  let dropped = 0;
  let waiting: (() => void) | null = null;
  const listeners = new Set<(by: undefined) => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener(undefined);
  };

  uploads.subscribe((all) => {
    drafts.set(namesKey, all.length > 0 ? JSON.stringify(all.map(({ file }) => file.name)) : null);
    if (all.some(({ state }) => state === "failed")) waiting = null;
    if (waiting && all.every(({ state }) => state === "done")) {
      const send = waiting;
      waiting = null;
      send();
    }
    tell();
  });

  const forgetNotes = () => {
    lost = [];
    dropped = 0;
    if (uploads.get().length === 0) drafts.set(namesKey, null);
    tell();
  };
  client.on("session", (session) => {
    if (session?.previous === "left" || !session) uploads.clear();
  });

  return {
    View({ changed }) {
      useLayoutEffect(() => {
        listeners.add(changed);
        return () => void listeners.delete(changed);
      }, []);
      return (
        <TrayView uploads={uploads} lost={lost} dropped={dropped} isWaiting={waiting !== null} forget={forgetNotes} />
      );
    },
    isFilled: () => uploads.get().length > 0,
    add(files) {
      const all = [...files];
      lost = [];
      dropped = all.length - uploads.add(all);
      tell();
    },
    holds(send) {
      const all = uploads.get();
      if (all.every(({ state }) => state === "done")) return false;
      if (!all.some(({ state }) => state === "failed")) waiting = send;
      tell();
      return true;
    },
    arrived: () => uploads.get().flatMap(({ attachment }) => attachment ?? []),
    take: () => uploads.take(),
  };
}

interface TrayViewProps {
  uploads: Uploads;
  lost: readonly string[];
  dropped: number;
  isWaiting: boolean;
  forget(): void;
}

function TrayView({ uploads, lost, dropped, isWaiting, forget }: TrayViewProps) {
  const { locale } = useApp();
  const text = fileWords[locale];
  const all = useObservable(uploads);
  const note = lost.length > 0 ? text.lost(lost.join(", ")) : dropped > 0 ? text.tooMany : null;
  return (
    <>
      {note && (
        <p class="tray-note" role="status">
          <span>{note}</span>
          <button type="button" class="tray-x" aria-label={text.dismiss} onClick={forget}>
            <Icon name="close" />
          </button>
        </p>
      )}
      {all.length > 0 && (
        <ul class="tray" aria-label={text.files}>
          {all.map((upload) => (
            <UploadRow key={upload.clientId} upload={upload} uploads={uploads} />
          ))}
        </ul>
      )}
      {isWaiting && (
        <p class="tray-note" role="status">
          {text.sendsLater}
        </p>
      )}
    </>
  );
}

function UploadRow({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { text: words, locale, shell } = useApp();
  const text = fileWords[locale];
  const { clientId, file, state, progress, error } = upload;
  const percent = Math.round(progress * 100);
  const refusal = () => {
    if (!error) return "";
    if (error.code === "file_too_large") return text.tooLarge(sizeOf(locale, shell.settings.files.maxBytes));
    if (error.code === "file_type_not_allowed") return text.wrongKind;
    if (error.code === "file_empty") return text.empty;
    return <ErrorText error={error}>{words.errorTitle}</ErrorText>;
  };
  const says = {
    failed: refusal(),
    waiting: isHeldUp(upload) ? text.waits : text.uploading(0),
    uploading: text.uploading(percent),
    done: sizeOf(locale, file.size),
  }[state];
  return (
    <li class={state}>
      <Preview file={file} />
      <span>
        <b>
          <bdi>{file.name}</bdi>
        </b>
        <small role={state === "failed" ? "alert" : undefined}>{says}</small>
      </span>
      {mayRetry(upload) && (
        <button type="button" class="tray-retry" onClick={() => uploads.retry(clientId)}>
          {words.retry}
        </button>
      )}
      <button type="button" class="tray-x" aria-label={text.remove(file.name)} onClick={() => uploads.remove(clientId)}>
        <Icon name="close" />
      </button>
      {(state === "uploading" || state === "waiting") && <progress max={100} value={percent} aria-label={file.name} />}
    </li>
  );
}

/** Drawn by ourselves: a strict page policy forbids pictures from memory. */
function Preview({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setIsDrawn] = useState(file.type.startsWith("image/"));
  useEffect(() => {
    if (!isDrawn || !canvas.current) return;
    drawPicture(canvas.current, file).catch(() => setIsDrawn(false));
  }, [file]);
  return isDrawn ? (
    <canvas ref={canvas} width={80} height={80} />
  ) : (
    <i>
      <Icon name="document" />
    </i>
  );
}

function readNames(kept: string | null): string[] {
  try {
    const names: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(names) ? names.map(String) : [];
  } catch {
    return [];
  }
}
