import { drawPicture, isHeldUp, mayRetry, type Upload, type Uploads } from "@deskbell/sdk/agent";
import { useEffect, useRef, useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { errorSentence } from "../ui/error-sentence.ts";
import { CloseIcon, FileIcon } from "../ui/icons.tsx";
import { useObservable } from "../ui/use-observable.ts";
import { sizeOf } from "./size-of.ts";
import "./files.css";

/** What is to go with the answer, on its way. */
export function UploadTray({ uploads }: { uploads: Uploads }) {
  const all = useObservable(uploads);
  if (all.length === 0) return null;
  return (
    <ul class="tray" aria-label={text.files.tray}>
      {all.map((upload) => (
        <UploadItem key={upload.clientId} upload={upload} uploads={uploads} />
      ))}
    </ul>
  );
}

function UploadItem({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { clientId, file, state, progress, error } = upload;
  const percent = Math.round(progress * 100);
  const isOffline = isHeldUp(upload);
  return (
    <li class={`tray-item tray-${state}`}>
      <Preview file={file} />
      <div class="tray-words">
        <span class="truncate">
          <bdi>{file.name}</bdi>
        </span>
        <span class="tray-state" role={state === "failed" ? "alert" : undefined}>
          {state === "failed" && error && errorSentence(error)}
          {state === "done" && sizeOf(file.size)}
          {isOffline && text.files.waits}
          {!isOffline && (state === "uploading" || state === "waiting") && text.files.uploading(percent)}
          {mayRetry(upload) && (
            <button type="button" class="link-button" onClick={() => uploads.retry(clientId)}>
              {text.files.retry}
            </button>
          )}
        </span>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={text.files.remove(file.name)}
        onClick={() => uploads.remove(clientId)}
      >
        <CloseIcon size={14} />
      </button>
      {(state === "uploading" || state === "waiting") && <progress max={100} value={percent} aria-label={file.name} />}
    </li>
  );
}

/** Drawn by ourselves: the console's policy forbids pictures from memory. */
function Preview({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isDrawn, setIsDrawn] = useState(file.type.startsWith("image/"));
  useEffect(() => {
    if (!isDrawn || !canvas.current) return;
    drawPicture(canvas.current, file).catch(() => setIsDrawn(false));
  }, [file]);
  return isDrawn ? (
    <canvas ref={canvas} width={64} height={64} class="tray-preview" />
  ) : (
    <span class="tray-preview">
      <FileIcon size={16} />
    </span>
  );
}
