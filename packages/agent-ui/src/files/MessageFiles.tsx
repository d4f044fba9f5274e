import type { Attachment } from "@deskbell/sdk/agent";
import { useState } from "preact/hooks";
import { text } from "../text/text.ts";
import { FileIcon, WarningIcon } from "../ui/icons.tsx";
import { sizeOf } from "./size-of.ts";
import "./files.css";

const most = { width: 320, height: 320 };

export function MessageFiles({ files }: { files: readonly Attachment[] }) {
  if (files.length === 0) return null;
  return (
    <ul class="message-files">
      {files.map((file) => (
        <li key={file.id}>
          <MessageFile file={file} />
        </li>
      ))}
    </ul>
  );
}

function MessageFile({ file }: { file: Attachment }) {
  const { name, size, state, url, thumbnailUrl, width, height } = file;
  const [isBroken, setIsBroken] = useState(false);
  if (url && thumbnailUrl && width && height && !isBroken) {
    const scale = Math.min(1, most.width / width, most.height / height);
    return (
      <a
        class="message-picture"
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={text.files.open(name)}
      >
        {/* Its size is known before it is loaded: nothing jumps. */}
        <img
          src={thumbnailUrl}
          alt=""
          title={name}
          width={Math.round(width * scale)}
          height={Math.round(height * scale)}
          onError={() => setIsBroken(true)}
        />
      </a>
    );
  }
  const row = (
    <>
      {state === "infected" ? <WarningIcon size={18} /> : <FileIcon size={18} />}
      <span class="tray-words">
        <span class="truncate">
          <bdi>{name}</bdi>
        </span>
        <span class="tray-state">{state === "ready" ? sizeOf(size) : text.files[state]}</span>
      </span>
    </>
  );
  if (!url) return <div class={`message-file message-file-${state}`}>{row}</div>;
  return (
    <a
      class="message-file"
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={name}
      aria-label={text.files.download(name)}
    >
      {row}
    </a>
  );
}
