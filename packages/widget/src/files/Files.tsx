import type { Attachment } from "@deskbell/sdk";
import { useState } from "preact/hooks";
import { useApp } from "../app-context.ts";
import { Icon } from "../parts/Icon.tsx";
import { fileWords } from "./file-words.ts";
import { scaleOf } from "./shown-height.ts";
import { sizeOf } from "./size-of.ts";

export function Files({ files }: { files: readonly Attachment[] }) {
  return (
    <ul class="files">
      {files.map((file) => (
        <li key={file.id}>
          <ThreadFile file={file} />
        </li>
      ))}
    </ul>
  );
}

function ThreadFile({ file }: { file: Attachment }) {
  const { shell, locale } = useApp();
  const text = fileWords[locale];
  const [broken, setBroken] = useState(false);
  const at = (path: string) => new URL(path, shell.host || import.meta.url).href;
  const scale = scaleOf(file);
  const { name, size, state, url, thumbnailUrl, width, height } = file;
  if (url && thumbnailUrl && scale && !broken) {
    return (
      <a class="picture" href={at(url)} target="_blank" rel="noopener noreferrer" aria-label={text.open(name)}>
        <img
          src={at(thumbnailUrl)}
          alt=""
          width={Math.round((width ?? 0) * scale)}
          height={Math.round((height ?? 0) * scale)}
          // A page whose policy allows no pictures from here still gets the row.
          onError={() => setBroken(true)}
        />
      </a>
    );
  }
  const says = state === "infected" ? text.infected : state === "scanning" ? text.scanning : sizeOf(locale, size);
  const row = (
    <>
      <Icon name={state === "infected" ? "alert" : "document"} />
      <span>
        <b>
          <bdi>{name}</bdi>
        </b>
        <small>{says}</small>
      </span>
    </>
  );
  if (!url) return <div class={`file ${state}`}>{row}</div>;
  return (
    <a class="file" href={at(url)} target="_blank" rel="noopener noreferrer" aria-label={text.download(name)}>
      {row}
    </a>
  );
}
